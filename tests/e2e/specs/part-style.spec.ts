import { type Page } from "@playwright/test";
import { fillCart, goods } from "./shopping";
import { awake, expect, test, tiles } from "./support";

const FILE = "**/vitrine-sheet-later-*.css";

/** The sheet of the pages behind the shop window. */
const sheet = (page: Page) => page.locator("link[rel=stylesheet][href*='/vitrine-sheet-later-']");
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

test("a page of the shop window has its own style, and the other part's comes with that", async ({ page }) => {
  const inside = (part: string) => page.locator(`style[data-part=${part}]`);
  const linked = page.locator("link[rel=stylesheet][href*='/vitrine-sheet-product-']");
  await page.goto("/c/home");
  await awake(page);
  await expect(inside("lists")).toHaveCount(1);
  await expect(inside("product")).toHaveCount(0);

  await tiles(page).first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/p\//);
  await expect(page.locator(".gallery__track")).toHaveCSS("scroll-snap-type", /x mandatory/);
  await expect(linked).toHaveCount(1);
  // Where the page names it, which is before what is for later.
  const order = await page
    .locator("head > style, head > link[href*='/vitrine-sheet-'][rel=stylesheet]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")?.split("-")[2] ?? "page"));
  expect(order.join()).toMatch(/^page,page,waiting,page,page,product,below(,later)?$/);

  await page.reload();
  await expect(inside("product")).toHaveCount(1);
  await expect(inside("lists")).toHaveCount(0);
  await expect(page.locator(".gallery__track")).toHaveCSS("scroll-snap-type", /x mandatory/);
});

test("what stands below a product's first screen has its style, and keeps it when the page is left", async ({ page }) => {
  const sheet = "link[rel=stylesheet][href*='/vitrine-sheet-below-']";
  const summary = page.locator(".reviews__summary");
  await page.goto("/p/laptop");
  await awake(page);
  await expect(page.locator("main").locator(sheet)).toHaveCount(1);
  await expect(page.locator(sheet)).toHaveCount(1);
  await expect(summary).toHaveCSS("display", "grid");

  await page.locator(".breadcrumb").getByRole("link").last().click();
  await expect(page).toHaveURL(/\/c\//);
  await expect(page.locator("head").locator(sheet)).toHaveCount(1);
  await page.goBack();
  await expect(summary).toHaveCSS("display", "grid");
  await expect(page.locator(sheet)).toHaveCount(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a product is styled from top to bottom", async ({ page }) => {
    await page.goto("/p/laptop");
    await expect(page.locator(".gallery__track")).toHaveCSS("scroll-snap-type", /x mandatory/);
    await expect(page.locator(".reviews__summary")).toHaveCSS("display", "grid");
    await expect(page.locator(".footer__inner")).toHaveCSS("display", "flex");
  });

  for (const path of ["/", "/p/laptop"]) {
    test(`the first screen of ${path} has all its style with it`, async ({ page }) => {
      await page.goto(path);
      const whole = await firstScreen(page);
      expect(whole.length).toBeGreaterThan(50);
      await page.route("**/vitrine-sheet-*", (route) => route.abort());
      await page.goto(path);
      expect(await firstScreen(page)).toEqual(whole);
    });
  }
});

/**
 * What stands before the sheets that a page has loaded in its text, and how it looks: without
 * what holds them, since that is as tall as what follows them, too.
 */
function firstScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fold = document.querySelector("main link[data-part]");
    const isBefore = (element: Element) =>
      fold !== null &&
      !element.contains(fold) &&
      (fold.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
    return [...document.querySelectorAll("#app *")].filter(isBefore).map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, font, border, padding, opacity } = getComputedStyle(element);
      const name = `${element.tagName}.${element.getAttribute("class") ?? ""}`;
      return [name, x, y, width, height, color, backgroundColor, font, border, padding, opacity].join(" ");
    });
  });
}
