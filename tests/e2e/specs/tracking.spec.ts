import { buy, play } from "./after-buying";
import { accessible, expect, signInAsDemo, test } from "./support";

// Each waits for a parcel of its own, most of the time for nothing but the demo's clock.
test.describe.configure({ timeout: 180_000, mode: "parallel" });

/** A parcel of the demo takes about a minute. */
const SOON = { timeout: 60_000 };
const AT_LAST = { timeout: 120_000 };

test("the timeline moves while one watches, until the parcel is there and can be reviewed", async ({ page }) => {
  await signInAsDemo(page);
  const placed = await buy(page);
  await play(page, placed, "on_time");
  await page.goto(`/orders/${placed.order.id}`);
  const steps = page.getByRole("list", { name: "Progress of the order" });
  await expect(steps).toContainText("Order placed");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  // Some states pass within seconds: what is said is written down.
  await page.evaluate(() => {
    const said: string[] = [];
    const headline = document.querySelector<HTMLElement>(".order-page__arrival")!;
    new MutationObserver(() => said.push(headline.innerText)).observe(headline, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { said });
  });
  await expect(steps.getByText("Picked up by the carrier")).toBeVisible(SOON);
  // Announced, and the carrier's own words kept in their language.
  await expect(page.locator('main [role="status"]').first()).toContainText("Update:");
  await expect(steps.locator('.timeline__words[lang="zh-Hans"]').first()).not.toBeEmpty();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await accessible(page);
  await expect(page.getByText(/^Delivered /)).toBeVisible(AT_LAST);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toContain("The courier is on the way to you");
  await expect(page.getByRole("link", { name: /^Review / })).toBeVisible();
  await accessible(page);
});

test("a lost connection comes back, and misses nothing", async ({ page, context }) => {
  await page.goto("/orders");
  const placed = await buy(page);
  await play(page, placed, "on_time");
  // The first stream breaks at once; the browser and then the page try again.
  let refused = 0;
  await page.route("**/api/orders/*/events*", async (route) => {
    if (refused++ < 2) return route.fulfill({ status: 503, body: "" });
    await route.continue();
  });
  await page.goto(`/orders/${placed.order.id}?key=${placed.guest_key}`);
  await expect(page.getByText("Reconnecting")).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible(SOON);
  const steps = page.getByRole("list", { name: "Progress of the order" });
  await expect(steps.getByText("Shipped")).toBeVisible(SOON);

  // Away for a while: what happened meanwhile is there without a reload.
  const before = await steps.getByRole("listitem").count();
  await context.setOffline(true);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/orders/${placed.order.id}?lang=en&key=${placed.guest_key}`);
      return (await answer.json()).shipments[0]?.checkpoints.length ?? 0;
    }, SOON)
    .toBeGreaterThan(3);
  await context.setOffline(false);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { value: false, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  });
  await expect.poll(() => steps.getByRole("listitem").count(), SOON).toBeGreaterThan(before);
});

test("a delay is told plainly", async ({ page }) => {
  await signInAsDemo(page);
  const placed = await buy(page);
  await play(page, placed, "delayed");
  await page.goto(`/orders/${placed.order.id}`);
  await expect(page.getByText("It will arrive later than promised")).toBeVisible(AT_LAST);
  await expect(page.getByText(/we had promised/)).toBeVisible();
  await accessible(page);
});

test("each of two parcels has its own contents and timeline", async ({ page }) => {
  await signInAsDemo(page);
  const placed = await buy(page, 2);
  await play(page, placed, "split");
  await page.goto(`/orders/${placed.order.id}`);
  const second = page.getByRole("region", { name: "Parcel 2 of 2" });
  await expect(second).toBeVisible(SOON);
  await expect(page.getByRole("list", { name: "Progress of parcel 1" })).toContainText("Picked up by the carrier", SOON);
  await expect(second).toContainText("Picked up by the carrier", SOON);
  await accessible(page);
});

test("in demo mode a scenario can be chosen", async ({ page }) => {
  await signInAsDemo(page);
  const placed = await buy(page, 1, "one_click");
  await page.goto(`/orders/${placed.order.id}`);
  await page.getByText("Demo: choose a scenario").click();
  await page.getByRole("button", { name: "Pick-up point" }).click();
  await expect(page.getByText("Scenario set: Pick-up point")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pick-up point" })).toHaveAttribute("aria-pressed", "true");
});
