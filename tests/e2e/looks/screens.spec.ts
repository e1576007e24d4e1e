import { type Page } from "@playwright/test";
import { expect, still, test } from "./drawn";

/** What is new in each run or on each day: times of arrival, numbers of orders. */
const MOVING = [
  ".product-page__promise",
  ".totals__note:not(.totals__note--gap)",
  ".page-header:has(+ .order-page) :is(.page-header__title, .page-header__text)",
  ".order-page__arrival",
  ".order-dates dd",
];

async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await still(page, MOVING);
  await expect(page).toHaveScreenshot(`${name}.png`);
}

async function fillCart(page: Page): Promise<void> {
  await page.goto("/p/laptop");
  await page.locator(".product-page__cart .button").first().click();
  await expect(page.locator(".count:visible").first()).toHaveText("1");
}

/** Waits until every tile has the buttons that the app brings. */
async function awake(page: Page): Promise<void> {
  await expect(page.locator(".product-tile__actions").first()).toBeAttached();
  await expect(page.locator(".product-tile__actions:not(:has(button))")).toHaveCount(0);
}

test("home", async ({ page }) => {
  await page.goto("/");
  await awake(page);
  await look(page, "home");
});

test("list", async ({ page }) => {
  await page.goto("/c/plants");
  await awake(page);
  await look(page, "list");
});

test("product", async ({ page }) => {
  await page.goto("/p/laptop");
  await expect(page.locator(".one-click a").first()).toBeVisible();
  await look(page, "product");
});

test("cart", async ({ page }) => {
  await fillCart(page);
  await page.goto("/cart");
  await expect(page.locator(".totals__note:not(.totals__note--gap)")).toBeVisible();
  await look(page, "cart");
});

test("checkout", async ({ page }) => {
  await fillCart(page);
  await page.goto("/checkout");
  await expect(page.locator(".price__amount").first()).toBeAttached();
  await expect(page.locator(".totals__note:not(.totals__note--gap)")).toBeVisible();
  await look(page, "checkout");
});

test("sign-in", async ({ page }) => {
  await page.goto("/sign-in");
  await look(page, "sign-in");
});

test("order", async ({ page }) => {
  await page.goto("/sign-in");
  await page.locator(".sign-in__demo .button").click();
  await expect(page).toHaveURL("/");
  const { items } = await (await page.request.get("/api/orders?lang=en")).json();
  await page.goto(`/orders/${items.at(-1).id}`);
  await expect(page.locator(".timeline").first()).toBeVisible();
  await look(page, "order");
});
