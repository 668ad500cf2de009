import type { JSX } from "react";

const NAMES = [
  "Sales",
  "Kundendienst für Bestandskunden und Rückfragen zur Rechnung",
  '<b>Support</b> & "Billing" \'; --',
  "خدمة العملاء والمبيعات",
  "תמיכה טכנית",
  "客户服务",
  "W".repeat(60),
];

/** Names as they come: long ones are cut at the end, others keep their own direction and never become markup. */
export const NamesPart = (): JSX.Element => (
  <ul className="guide-names">
    {NAMES.map((name) => (
      <li key={name}>
        <span className="guide-name" dir="auto">
          {name}
        </span>
        <bdi>42</bdi>
      </li>
    ))}
  </ul>
);
