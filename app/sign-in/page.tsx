import type { Metadata } from "next";
import type { JSX } from "react";
import { SignIn } from "../../components/access/sign-in/sign-in";

export const metadata: Metadata = { title: "Sign in · Pickup" };

export default function SignInPage(): JSX.Element {
  return <SignIn />;
}
