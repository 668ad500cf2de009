import { createServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";

/** How long others may take, ms. */
export type HttpLimits = {
  /** From the first byte of a request, or the connection, to the end of its headers. */
  readonly headersTimeout: number;
  /** To the end of the whole request. */
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly keepAliveTimeout: number;
};

export const DEFAULT_HTTP_LIMITS: HttpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 5_000,
};
const LARGEST_HEADERS_BYTES = 16 * 1024;

/** PEM, the certificate with those between it and the root. */
export type CertificatePair = { readonly cert: string; readonly key: string };
export type HttpServer = {
  readonly server: Server;
  /** Takes a renewed certificate for connections from now on. @throws Error when the two do not fit */
  readonly renew: (pair: CertificatePair) => void;
};

/** @param pair null: not encrypted */
export function createHttpServer(pair: CertificatePair | null, limits: HttpLimits, maxConnections: number): HttpServer {
  const options = { ...limits, maxHeaderSize: LARGEST_HEADERS_BYTES };
  if (pair === null) {
    const server = createServer(options);
    server.maxConnections = maxConnections;
    return { server, renew: () => undefined };
  }
  const handshake = { handshakeTimeout: limits.headersTimeout, minVersion: "TLSv1.2" } as const;
  const server = createTlsServer({ ...options, ...handshake, ...pair });
  server.maxConnections = maxConnections;
  return { server, renew: (renewed) => server.setSecureContext({ ...renewed, minVersion: "TLSv1.2" }) };
}
