// The picture that goes along from a tile to its product, and back.
import { type Page } from "@playwright/test";
import { awake, expect, test, tiles } from "./support";

/** What the browser was asked to move. */
interface Move {
  /** Elements with the picture's name before the change, and after it. */
  old: string[];
  new: string[];
  isOver: boolean;
}

declare global {
  interface Window {
    moves: Move[];
  }
}

/** Writes down every transition from here on; `slow` ones last until they are ended. */
async function watch(page: Page, slow = false): Promise<void> {
  await page.addInitScript((slow) => {
    window.moves = [];
    if (slow) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("::view-transition-group(*) { animation-duration: 600s !important }");
      document.adoptedStyleSheets.push(sheet);
    }
    const named = () => {
      const all = [...document.querySelectorAll("body *")];
      const moving = all.filter((one) => getComputedStyle(one).viewTransitionName === "product-picture");
      return moving.map((one) => (one.closest(".gallery__slide, .product-tile") ?? one).className);
    };
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (change) => {
      const move: Move = { old: named(), new: [], isOver: false };
      window.moves.push(move);
      const transition = start(() => {
        (change as () => void)();
        move.new = named();
      });
      transition.finished.then(() => (move.isOver = true));
      return transition;
    };
  }, slow);
}

const moves = (page: Page) => page.evaluate(() => window.moves);

/** What shows a product, once somebody has reached for one. */
async function bundle(page: Page): Promise<void> {
  const product = () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/vitrine-product-"));
  await page.waitForFunction(product);
  // It is compiled aside, and then the page has its turn.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
}

/** A list that is awake, with the answer for its second product and what shows it. */
async function openList(page: Page) {
  await page.goto("/c/plants");
  await awake(page);
  const link = tiles(page).nth(1).getByRole("link").first();
  const path = `/api${(await link.getAttribute("href"))?.replace("/p/", "/products/")}`;
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === path);
  await link.scrollIntoViewIfNeeded();
  await link.dispatchEvent("pointerover");
  await (await answer).finished();
  await bundle(page);
  return link;
}

/** The page of a product, once the focus has come to its title, and the page before is gone. */
async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.locator("#page > *")).toHaveCount(1);
}

/** Nothing of a move is left in the page. */
async function over(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await moves(page)).filter((move) => move.isOver).length).toBe(count);
  await expect(page.locator(".moving-picture, [data-arriving]")).toHaveCount(0);
}

test("a tile's picture goes along to the product, and back to its tile", async ({ page }) => {
  await watch(page);
  const link = await openList(page);
  const title = (await link.textContent()) ?? "";
  await link.click();
  await expect(page).toHaveURL(/\/p\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await arrived(page);
  await over(page, 1);
  expect(await moves(page)).toEqual([
    { old: ["picture moving-picture"], new: ["gallery__slide"], isOver: true },
  ]);
  await page.goBack();
  await expect(tiles(page).nth(1)).toBeVisible();
  await over(page, 2);
  expect((await moves(page))[1]).toEqual({
    old: ["picture moving-picture"],
    new: ["product-tile"],
    isOver: true,
  });
});

test("nothing moves for who doesn't want it", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await watch(page);
  await (await openList(page)).click();
  await arrived(page);
  await page.goBack();
  await expect(tiles(page).nth(1)).toBeVisible();
  expect(await moves(page)).toEqual([]);
});

test("a product whose answer is not here yet begins with what its tile has shown", async ({ page }) => {
  await watch(page);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { get: () => ({ saveData: true }) }),
  );
  await page.goto("/c/plants");
  await awake(page);
  let answer = () => {};
  const isTime = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/products/**", async (route) => {
    await isTime;
    await route.continue();
  });
  const link = tiles(page).nth(1).getByRole("link").first();
  const title = (await link.textContent()) ?? "";
  await link.dispatchEvent("pointerover");
  await bundle(page);
  await link.click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(title);
  await expect(heading).toBeFocused();
  await over(page, 1);
  expect((await moves(page))[0]?.new).toEqual(["gallery__slide"]);
  const place = await heading.boundingBox();
  const isShown = () =>
    [...document.querySelectorAll<HTMLImageElement>(".product-page img")].every((one) => one.naturalWidth > 0);
  expect(await page.evaluate(isShown)).toBe(true);
  await expect(page.locator(".product-page .price")).toHaveCount(0);
  answer();
  await expect(page.locator(".product-page .price").first()).toBeVisible();
  await expect(heading).toBeFocused();
  expect(await heading.boundingBox()).toEqual(place);
});

test("a browser that knows no transitions opens the product all the same", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Document.prototype, "startViewTransition"));
  await (await openList(page)).click();
  await expect(page).toHaveURL(/\/p\//);
  await arrived(page);
  await page.goBack();
  await expect(tiles(page).nth(1)).toBeVisible();
});

test("a tap while the picture moves is not lost", async ({ page, hasTouch }) => {
  await watch(page, true);
  await (await openList(page)).click();
  await arrived(page);
  const isMoving = () => document.getAnimations().some((one) => one.playState === "running");
  await expect.poll(() => page.evaluate(isMoving)).toBe(true);
  const add = page.getByRole("button", { name: "Add to cart" });
  await (hasTouch ? add.tap() : add.click());
  await expect(page.getByRole("link", { name: /Cart/ }).filter({ visible: true }).first()).toContainText("1");
  expect((await moves(page))[0]?.isOver).toBe(false);
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  await over(page, 1);
});
