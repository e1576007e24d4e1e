import { accessible, expect, signInAsDemo, test } from "./support";

test("settings work without signing in", async ({ page }) => {
  await page.goto("/me");
  await expect(page.getByRole("heading", { name: "You’re not signed in" })).toBeVisible();
  await accessible(page);
  const settings = page.getByRole("region", { name: "Settings" });
  await settings.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await accessible(page);
  await settings.getByText("繁體中文").click();
  await expect(page.getByRole("heading", { level: 1, name: "我的" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "我的" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("addresses are added, checked, changed, deleted and brought back", async ({ page }) => {
  await signInAsDemo(page);
  await page.goto("/me");
  const addresses = page.getByRole("region", { name: "Addresses" });
  await expect(addresses.getByText("Robin Lin")).toBeVisible();
  await accessible(page);
  await addresses.getByRole("button", { name: "Add address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("Full name")).toBeFocused();
  await accessible(page);
  await dialog.getByLabel("Full name").fill("Mary Lee");
  await dialog.getByLabel("Phone").fill("12");
  await dialog.getByLabel("Province or state").fill("Kent");
  await expect(dialog.getByText("Enter a complete phone number")).toBeVisible();
  await dialog.getByLabel("City and district").fill("Dover");
  // What was typed survives a reload.
  await page.reload();
  await expect(dialog.getByLabel("City and district")).toHaveValue("Dover");
  await dialog.getByLabel("Phone").fill("+44 1304 000000");
  await dialog.getByLabel("Street, number, flat").fill("1 High Street");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(addresses.getByText("1 High Street, Dover, Kent")).toBeVisible();

  await addresses.getByRole("button", { name: "Delete Mary Lee’s address" }).click();
  await expect(addresses.getByText("1 High Street")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(addresses.getByText("1 High Street")).toBeVisible();
});

test("a change made elsewhere is shown, and what was typed is kept", async ({ page }) => {
  await signInAsDemo(page);
  await page.goto("/me");
  const addresses = page.getByRole("region", { name: "Addresses" });
  await addresses.getByRole("button", { name: "Edit Robin Lin’s address" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Full name").fill("Robin L. Lin");
  const { items } = await (await page.request.get("/api/addresses")).json();
  const [old] = items;
  const elsewhere = await page.request.put(`/api/addresses/${old.id}`, {
    headers: { "Idempotency-Key": crypto.randomUUID(), "If-Match": `"${old.version}"` },
    data: { ...old, city: "Shangcheng District, Hangzhou" },
  });
  expect(elsewhere.status()).toBe(200);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Shangcheng District");
  await expect(dialog.getByLabel("Full name")).toHaveValue("Robin L. Lin");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(addresses.getByText("Robin L. Lin")).toBeVisible();
});

test("cards: one more is kept and deleted, the other one's limit changed", async ({ page }) => {
  await signInAsDemo(page);
  await page.goto("/me#payment");
  const payment = page.getByRole("region", { name: "Payment methods" });
  await expect(payment.getByRole("heading", { name: "Payment methods" })).toBeFocused();
  await expect(payment.getByText("•••• 4242", { exact: true })).toBeVisible();
  await payment.getByRole("button", { name: "Add a card" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a card" });
  await dialog.getByRole("radio", { name: /0002/ }).check();
  await dialog.getByLabel("Make default").uncheck();
  await accessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(payment.getByText("•••• 0002", { exact: true })).toBeVisible();

  await payment.getByRole("button", { name: "Delete card •••• 0002" }).click();
  const question = page.getByRole("dialog", { name: "Delete this card?" });
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(payment.getByText("•••• 0002", { exact: true })).toHaveCount(0);

  const limit = payment.getByLabel("Password-free limit of •••• 4242");
  const saved = page.waitForResponse((answer) => answer.request().method() === "PUT");
  await limit.selectOption({ label: "¥2,000.00" });
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(limit).toHaveValue("200000");
});
