import { accessible, expect, signInAsDemo, test } from "./support";
import { fillCart, fillGuest, goods, loseNextAnswer, orders, placeOrder, purchases } from "./shopping";

test("a guest buys with at most eight fields, and finds the order again", async ({ page }) => {
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.goto("/checkout");
  await expect(placeOrder(page)).toContainText("¥");
  await accessible(page);
  const fields = page.getByRole("main").locator("input:not([type=radio]):visible, select:visible");
  // One question more: how it is paid.
  expect((await fields.count()) + 1).toBeLessThanOrEqual(8);

  await placeOrder(page).click();
  await expect(page.getByLabel("Phone or e-mail for order updates")).toBeFocused();
  await expect(page.getByText("Please fill this in").first()).toBeVisible();
  await accessible(page);
  await fillGuest(page);
  // What was typed survives.
  await page.reload();
  await expect(page.getByLabel("Full name")).toHaveValue("Mary Lee");
  await placeOrder(page).click();
  await expect(page).toHaveURL(/\/orders\/[^?]+\?key=/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Order");
  const cart = await page.evaluate(() => localStorage.getItem("vitrine.cart"));
  expect(cart).toBe("[]");
  const guest = await page.evaluate(() => localStorage.getItem("vitrine.orders.guest"));
  expect(JSON.parse(guest ?? "[]")).toHaveLength(1);
  await page.goto("/checkout");
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
});

test("a declined card takes nothing and another way to pay goes through", async ({ page }) => {
  await signInAsDemo(page);
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  const keys = purchases(page);
  await page.goto("/checkout");
  await page.getByRole("radio", { name: /•••• 0002/ }).check();
  await placeOrder(page).click();
  await expect(page.getByRole("alert")).toContainText("nothing was charged");
  await accessible(page);
  await page.getByRole("radio", { name: /Cash on delivery/ }).check();
  await placeOrder(page).click();
  await expect(page).toHaveURL(/\/orders\//);
  // Another body is another purchase.
  expect(new Set(keys).size).toBe(2);
  expect(await orders(page)).toHaveLength(1);
});

test("a double click, a lost answer and a reload make one order", async ({ page }) => {
  await signInAsDemo(page);
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 2]]);
  const keys = purchases(page);
  await loseNextAnswer(page);
  await page.goto("/checkout");
  await placeOrder(page).dblclick();
  await expect(page).toHaveURL(/\/orders\//);
  expect(new Set(keys).size).toBe(1);
  expect(await orders(page)).toHaveLength(1);
});

test("the page after a reload finishes the purchase of the page before", async ({ page }) => {
  await signInAsDemo(page);
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.route("**/api/orders", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.goto("/checkout");
  await placeOrder(page).click();
  await expect(page.getByText(/No answer yet/)).toBeVisible();
  await page.unroute("**/api/orders");
  await page.reload();
  await expect(page).toHaveURL(/\/orders\//);
  expect(await orders(page)).toHaveLength(1);
});

test("a changed price asks again with the old and the new total", async ({ page }) => {
  await signInAsDemo(page);
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  // This device still believes in a price of a fen less.
  let cheaper = true;
  await page.route("**/api/cart?*", async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    if (cheaper) body.lines[0].item.unit_price.amount -= 1;
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto("/checkout");
  await expect(placeOrder(page)).toContainText("¥");
  cheaper = false;
  await placeOrder(page).click();
  await expect(page.getByRole("alert")).toContainText(/went from ¥[\d.]+ to ¥[\d.]+/);
  expect(await orders(page)).toHaveLength(0);
  await placeOrder(page).click();
  await expect(page).toHaveURL(/\/orders\//);
});

test("too few left says which line and keeps everything typed", async ({ page }) => {
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.goto("/checkout");
  await fillGuest(page);
  await page.route("**/api/orders", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      json: { type: "/problems/out_of_stock", title: "", status: 409, detail: "", code: "out_of_stock" },
    }),
  );
  await page.route("**/api/cart?*", async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    Object.assign(body.lines[0], { stock: 0, availability: "sold_out" });
    await route.fulfill({ response: answer, json: body });
  });
  await placeOrder(page).click();
  await expect(page.getByRole("alert")).toContainText("nothing was ordered");
  await expect(page.getByText("Sold out; not in the total")).toBeVisible();
  await expect(page.getByLabel("Full name")).toHaveValue("Mary Lee");
});
