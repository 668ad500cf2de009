import * as z from "zod";
import { isProxy } from "../../http/asking/trusted-proxies";
import { originOf } from "../environment";
import { section, text, wholeNumber } from "./parts";

const path = text("a path");

/** The server's own certificate; without it, encrypting is a proxy's affair. */
export const tls = section({ cert: path, key: path, hsts: z.boolean().optional() });

export const trustedProxies = z.array(text("an address or a network such as 10.0.0.0/8", isProxy));

/** Other sites' pages that may show ours. */
export const frameAncestors = z.array(
  text("the address of a site such as https://intranet.example.com", (value) => originOf(value) === value),
);

export const privacy = section({ numbersKeptDays: wholeNumber("a number of days", 1, 400).optional() });
