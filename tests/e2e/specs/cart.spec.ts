import { accessible, expect, test } from "./support";
import { fillCart, goods } from "./shopping";

test("an empty cart leads on", async ({ page }) => {
  await page.goto("/cart");
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await accessible(page);
  await page.getByRole("main").getByRole("link", { name: "Start shopping" }).click();
  await expect(page).toHaveURL("/");
});

test("totals follow at once, and a removed line comes back", async ({ page }) => {
  const [first, second] = await goods(page);
  await fillCart(page, [[first.variant, 1], [second.variant, 2]]);
  await page.goto("/cart");
  const summary = page.getByRole("region", { name: "Summary" });
  const money = (fen: number) => `¥${(fen / 100).toFixed(2)}`;
  await expect(summary).toContainText(money(first.price + 2 * second.price));
  await expect(page.getByText("3 items")).toBeVisible();
  await accessible(page);

  const line = page.getByRole("listitem").filter({ hasText: first.title });
  const more = line.getByRole("button", { name: "Increase" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(more).toBeFocused();
  await expect(summary).toContainText(money(3 * first.price + 2 * second.price));

  await page.getByRole("button", { name: `Remove ${first.title}` }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(line.getByRole("spinbutton")).toHaveValue("3");
});

test("what can't be bought is explained and left out of the total", async ({ page }) => {
  const [first, second] = await goods(page);
  await page.route("**/api/cart?*", async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    const line = body.lines.find((l: { variant: string }) => l.variant === second.variant);
    Object.assign(line, { stock: 2, availability: line.quantity > 2 ? "insufficient" : "available" });
    await route.fulfill({ response: answer, json: body });
  });
  await fillCart(page, [[first.variant, 1], ["gone", 1], [second.variant, 5]]);
  await page.goto("/cart");
  await expect(page.getByText("No longer sold; not in the total")).toBeVisible();
  await expect(page.getByText("Only 2 left; not in the total")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Take 2" }).click();
  await expect(page.getByText("Only 2 left")).toHaveCount(0);
  // The cart is asked for again, which may still be under way.
  await page.unrouteAll({ behavior: "wait" });
});

test("offline the last known prices stay", async ({ page, context }) => {
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.goto("/cart");
  const summary = page.getByRole("region", { name: "Summary" });
  await expect(summary).toContainText(`¥${(first.price / 100).toFixed(2)}`);
  await context.setOffline(true);
  await expect(page.getByText("Can’t reach the shop. These are the last prices")).toBeVisible();
  await page.getByRole("button", { name: "Increase" }).click();
  await expect(summary).toContainText(`¥${((2 * first.price) / 100).toFixed(2)}`);
  await context.setOffline(false);
  await expect(page.getByText("Can’t reach the shop")).toHaveCount(0);
});
