import { buy } from "./after-buying";
import { accessible, expect, signInAsDemo, test } from "./support";

test("orders are listed newest first, and lead to their page and to a review", async ({ page }) => {
  await signInAsDemo(page);
  const { order } = await buy(page, 2);
  await page.goto("/orders");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your orders");
  const orders = page.getByRole("main").getByRole("article");
  await expect(orders.first()).toContainText(order.number);
  await expect(orders.first()).toContainText(/Being prepared|On its way/);
  await expect(orders.first().locator("img")).toHaveCount(2);
  await expect(page.getByRole("link", { name: /^Review / }).first()).toBeVisible();
  await accessible(page);

  await orders.first().getByRole("heading", { level: 2 }).getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/orders/${order.id}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${order.number}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(orders.first()).toContainText(order.number);
});

test("signed out there is a way in, and the orders of this device", async ({ page }) => {
  await page.goto("/orders");
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", /next=%2Forders/);
  await accessible(page);

  const { order, guest_key } = await buy(page);
  await page.evaluate(
    (orders) => localStorage.setItem("vitrine.orders.guest", JSON.stringify(orders)),
    [{ id: order.id, key: guest_key, number: order.number, placed_at: new Date().toISOString() }],
  );
  await page.reload();
  await expect(page.getByRole("heading", { name: "Placed on this device" })).toBeVisible();
  await page.getByRole("link", { name: `Order ${order.number}` }).click();
  await expect(page.getByRole("list", { name: "Progress of the order" })).toBeVisible();
  await accessible(page);
});

test("a guest's link opens the order anywhere, and nothing else does", async ({ page, browser }) => {
  await page.goto("/orders");
  const { order, guest_key } = await buy(page);
  const elsewhere = await browser.newContext({ locale: "en-US" });
  const stranger = await elsewhere.newPage();
  await stranger.goto(`/orders/${order.id}?key=${guest_key}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(`Order ${order.number}`);
  await expect(stranger.getByText("1 Wensan Road")).toBeVisible();
  for (const path of [`/orders/${order.id}`, `/orders/${order.id}?key=guessed`]) {
    await stranger.goto(path);
    await expect(stranger.getByText("We can’t find this order")).toBeVisible();
    await expect(stranger.getByText("1 Wensan Road")).toHaveCount(0);
  }
  await elsewhere.close();
});

test("a one-click order is undone while its time lasts, even when the answer is lost", async ({ page }) => {
  await signInAsDemo(page);
  const { order } = await buy(page, 1, "one_click");
  await page.goto(`/orders/${order.id}`);
  const undo = page.getByRole("button", { name: /Undo order/ });
  await expect(undo).toContainText(/\d:\d\d left/);
  const keys: string[] = [];
  let lost = false;
  await page.route("**/cancellation*", async (route) => {
    keys.push(route.request().headers()["idempotency-key"] ?? "");
    if (lost) return route.continue();
    lost = true;
    await route.abort("connectionreset");
  });
  await undo.click();
  await expect(page.getByRole("alert")).toContainText("Pressing again is safe");
  await undo.click();
  await expect(page.getByText("your money goes back")).toBeVisible();
  await expect(undo).toHaveCount(0);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
  await accessible(page);
});

test("a failed list says so and comes back", async ({ page }) => {
  await signInAsDemo(page);
  await page.route("**/api/orders?*", (route) => route.fulfill({ status: 500, body: "nonsense" }));
  await page.goto("/orders");
  await expect(page.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  await page.unroute("**/api/orders?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
});
