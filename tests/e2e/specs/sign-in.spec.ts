import { accessible, expect, signInAsDemo, test } from "./support";

/** A contact of this test's own: codes are rate-limited by contact. */
function someone(): string {
  return `walker-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.com`;
}

test("a code from the inbox signs in and leads on", async ({ page }) => {
  await page.goto("/sign-in?next=/me");
  await accessible(page);
  const contact = page.getByLabel("Phone number or e-mail");
  await contact.fill("nobody");
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("Enter a complete phone number or e-mail address")).toBeVisible();
  await expect(contact).toBeFocused();

  const me = someone();
  await contact.fill(me);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText(`We’ve sent a code to ${me}`)).toBeVisible();
  await expect(page.getByRole("button", { name: /Send again in \d+ seconds?/ })).toBeVisible();
  const code = page.getByLabel("6-digit code");
  await expect(code).toBeFocused();
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await accessible(page);

  // Looking at the mail often throws the tab away.
  await page.reload();
  await expect(code).toBeVisible();
  const inbox = await (await page.request.get("/api/demo/inbox")).json();
  const sent = inbox.items.find((message: { contact: string }) => message.contact === me);
  const wrong = sent.code === "000000" ? "000001" : "000000";
  await code.fill(wrong);
  await expect(page.getByText("That code isn’t right")).toBeVisible();
  await code.fill(sent.code);
  await expect(page).toHaveURL("/me");
  await expect(page.getByText(/Signed in as w\*\*\*@example\.com/)).toBeVisible();
});

test("the demo inbox shows the codes", async ({ page }) => {
  const me = someone();
  await page.request.post("/api/sign-in/codes", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: { contact: me },
  });
  await page.goto("/demo/inbox");
  await expect(page.getByRole("listitem").filter({ hasText: me }).getByText(/^\d{6}$/)).toBeVisible();
  await accessible(page);
});

test("a demo shopper is in with one click, and next never leaves the shop", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example");
  await page.getByRole("button", { name: "Continue as demo shopper" }).click();
  await expect(page).toHaveURL("/");
});

test("signing out is announced and ends the session", async ({ page }) => {
  await signInAsDemo(page);
  await page.goto("/me");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "You’re not signed in" })).toBeVisible();
  await accessible(page);
});
