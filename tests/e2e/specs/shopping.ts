// What the buying journeys share.
import { expect, type Page } from "@playwright/test";

export interface Goods {
  slug: string;
  title: string;
  variant: string;
  price: number;
}

/** Goods of a category that other tests won't sell out meanwhile, the cheapest first. */
export async function goods(page: Page, category = "plants"): Promise<[Goods, Goods, ...Goods[]]> {
  const answer = await page.request.get(
    `/api/products?lang=en&category=${category}&sort=price_asc&in_stock=true`,
  );
  const { items } = await answer.json();
  const lines = items.map((tile: { default_variant: string }) => `${tile.default_variant}:9`);
  const cart = await (await page.request.get(`/api/cart?lang=en&lines=${lines.join(",")}`)).json();
  const plenty = new Set(
    cart.lines
      .filter((line: { availability: string }) => line.availability === "available")
      .map((line: { variant: string }) => line.variant),
  );
  const all = items
    .filter((tile: { default_variant: string }) => plenty.has(tile.default_variant))
    .map((tile: Record<string, any>) => ({
    slug: tile.slug,
    title: tile.title,
    variant: tile.default_variant,
    price: tile.price.amount,
  }));
  expect(all.length, "goods in stock").toBeGreaterThan(1);
  return all;
}

/** Today's orders of the shopper who is signed in; a demo shopper comes with older ones. */
export async function orders(page: Page): Promise<Array<{ id: string; status: string }>> {
  const { items } = await (await page.request.get("/api/orders?lang=en")).json();
  const today = Date.now() - 60 * 60 * 1000;
  return items.filter((order: { placed_at: string }) => Date.parse(order.placed_at) > today);
}

/** Puts lines into the cart of this device. */
export async function fillCart(page: Page, lines: Array<[string, number]>): Promise<void> {
  const entries = lines.map(([variant, quantity]) => ({ variant, quantity }));
  await page.addInitScript((text) => {
    if (!sessionStorage.getItem("filled")) {
      localStorage.setItem("vitrine.cart", text);
      sessionStorage.setItem("filled", "yes");
    }
  }, JSON.stringify(entries));
}

/** Fills in what a guest is asked. */
export async function fillGuest(page: Page): Promise<void> {
  await page.getByLabel("Phone or e-mail for order updates").fill("guest@example.com");
  await page.getByLabel("Full name").fill("Mary Lee");
  await page.getByLabel("Phone", { exact: true }).fill("13800138000");
  await page.getByLabel("Province or state").fill("Zhejiang");
  await page.getByLabel("City and district").fill("Hangzhou");
  await page.getByLabel("Street, number, flat").fill("1 Wensan Road");
}

/** The button that buys at the checkout. */
export function placeOrder(page: Page) {
  return page.getByRole("button", { name: /^Place order/ });
}

/** Counts the requests that place an order, with their keys. */
export function purchases(page: Page): string[] {
  const keys: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname === "/api/orders") {
      keys.push(request.headers()["idempotency-key"] ?? "");
    }
  });
  return keys;
}

/** Lets the server place the next order, but loses its answer. */
export async function loseNextAnswer(page: Page): Promise<void> {
  let lost = false;
  await page.route("**/api/orders", async (route) => {
    if (route.request().method() !== "POST" || lost) return route.fallback();
    lost = true;
    const answer = await route.fetch();
    expect(answer.status()).toBe(201);
    await route.abort("connectionreset");
  });
}
