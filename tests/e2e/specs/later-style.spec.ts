import { type Page } from "@playwright/test";
import { fillCart, goods } from "./shopping";
import { awake, expect, test } from "./support";

const FILE = "**/vitrine-later-*.css";

/** The sheet of the pages behind the shop window. */
const sheet = (page: Page) => page.locator("link[rel=stylesheet][href*='/vitrine-later-']");
const line = (page: Page) => page.locator(".cart-line").first();

test("the style of later pages comes with them, and they wait for it", async ({ page }) => {
  let send: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => (send = resolve));
  await page.route(FILE, async (route) => {
    await sent;
    await route.continue();
  });
  const till = page.waitForResponse(/\/vitrine-till-[^/]+\.wasm$/);
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.goto("/");
  await awake(page);
  await expect(sheet(page)).toHaveCount(0);

  await page.getByRole("link", { name: /Cart/ }).filter({ visible: true }).first().click();
  await expect(page).toHaveURL("/cart");
  await (await till).finished();
  await expect(sheet(page)).toHaveCount(1);
  await expect(page.getByRole("main").locator(".skeleton").first()).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  send();
  await expect(line(page)).toBeVisible();
  await expect(line(page)).toHaveCSS("display", "grid");
  await expect(sheet(page)).toHaveCount(1);
});

test("style that could not be loaded is asked for again", async ({ page }) => {
  let isLost = true;
  await page.route(FILE, (route) => (isLost ? route.abort() : route.continue()));
  const [first] = await goods(page);
  await fillCart(page, [[first.variant, 1]]);
  await page.goto("/cart");
  await expect(page.getByRole("heading", { name: "Can’t reach the shop" })).toBeVisible();
  await expect(line(page)).toHaveCount(0);
  isLost = false;
  // Whoever reaches for a button has the till asked for; the press then finds it here.
  await page.getByRole("button", { name: "Try again" }).focus();
  await expect(line(page)).toHaveCSS("display", "grid");
  await expect(sheet(page)).toHaveCount(1);
});
