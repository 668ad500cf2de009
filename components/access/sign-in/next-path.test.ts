import { expect, it } from "vitest";
import { companyAddress, signInAddress } from "./next-path";

it("the way back is written into the address only where there is one", () => {
  expect(signInAddress("/supervise?queue=a&b=c")).toBe("/sign-in?next=%2Fsupervise%3Fqueue%3Da%26b%3Dc");
  expect(signInAddress("/")).toBe("/sign-in");
  expect(companyAddress("//elsewhere.example")).toBe("/api/v1/oidc/start");
});
