import { expect, it } from "vitest";
import { queueId } from "../../../lib/vocabulary";
import { type Grants, lacksQueue, NO_GRANTS, sameGrants, sentGrants } from "./grants";

const [sales, support] = [queueId("sales"), queueId("support")];
const lead: Grants = { role: "lead", queueIds: [sales, support], seesNumbers: true };

it("[AC15] a lead has queues of his own, nobody else does", () => {
  expect(sentGrants(lead).queueIds).toEqual([sales, support]);
  expect(sentGrants({ ...lead, role: "supervisor" }).queueIds).toBeNull();
  expect(lacksQueue(NO_GRANTS)).toBe(true);
  expect(lacksQueue({ ...NO_GRANTS, role: "analyst" })).toBe(false);
});

it("[AC15] an analyst never sees numbers, whatever was ticked before the role was chosen", () => {
  expect(sentGrants({ ...lead, role: "analyst" }).seesNumbers).toBe(false);
});

it("the order of queues changes nothing, and neither does what the role leaves out", () => {
  expect(sameGrants(lead, { ...lead, queueIds: [support, sales] })).toBe(true);
  expect(sameGrants(lead, { ...lead, queueIds: [sales] })).toBe(false);
  expect(sameGrants({ ...lead, role: "admin" }, { ...lead, role: "admin", queueIds: [] })).toBe(true);
  expect(sameGrants(lead, { ...lead, seesNumbers: false })).toBe(false);
});
