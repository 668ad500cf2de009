import type { Metadata, Viewport } from "next";
import type { JSX, ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: "Pickup",
  description: "What the contact centre needs to know now.",
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#0e1216" };

export default function RootLayout({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
