import { type Page } from "@playwright/test";
import { accessible, awake, expect, test, tiles } from "./support";

/** Holds the app back until the returned function is called. */
async function asleep(page: Page): Promise<() => void> {
  let wake: () => void = () => undefined;
  const woken = new Promise<void>((resolve) => (wake = resolve));
  await page.route("**/*.wasm", async (route) => {
    await woken;
    await route.continue();
  });
  return wake;
}

test("without script the shop is read, searched and walked through", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-US", baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(tiles(page).first().locator("img")).toBeVisible();
  await page.getByRole("link", { name: /^Plants/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Plants");
  await page.getByRole("searchbox").fill("laptop");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/search\?q=laptop/);
  await tiles(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("laptop");
  await expect(page.locator(".price--large").first()).toContainText("¥");
  await expect(page.getByText(/In stock|Only \d+ left/).first()).toBeVisible();
  await expect(page.locator(".review").first()).toBeVisible();
  await context.close();
});

test("what the server wrote is what the app shows", async ({ page }) => {
  for (const path of ["/", "/c/plants", "/search?q=laptop&sort=price_asc", "/p/laptop"]) {
    const wake = await asleep(page);
    await page.goto(path);
    const text = () =>
      page.evaluate(() => {
        const copy = document.querySelector("#page")?.cloneNode(true) as HTMLElement;
        // Known only to the browser, or made there: what a purchase would cost this shopper.
        copy.querySelectorAll(".product-tile__actions, .one-click, .product-page__promise").forEach((e) => e.remove());
        return copy.textContent?.replace(/\s+/g, "");
      });
    const written = await text();
    expect(written?.length, path).toBeGreaterThan(300);
    wake();
    await expect(page.locator(".one-click a").first()).toBeVisible();
    expect(await text(), path).toBe(written);
  }
});

test("a button that is pressed before the app is awake acts once it is", async ({ page }) => {
  const wake = await asleep(page);
  await page.goto("/p/laptop");
  await page.getByRole("button", { name: "15 inch" }).click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  wake();
  await expect(page.getByRole("button", { name: "15 inch" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("link", { name: /Cart/ }).filter({ visible: true }).first()).toContainText("1");
});

test("what is typed before the app is awake stays", async ({ page }) => {
  const wake = await asleep(page);
  await page.goto("/c/plants");
  const search = page.getByRole("searchbox");
  await search.fill("te");
  wake();
  await awake(page);
  await search.pressSequentially("a", { delay: 0 });
  await expect(search).toBeFocused();
  await search.press("Enter");
  await expect(page).toHaveURL(/q=te?a|q=ate/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("te");
  await accessible(page);
});
