// What every journey needs.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

/** A test that fails on any error in the console or the page. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        // A refused or lost request is reported by the browser itself; the
        // journeys provoke some on purpose and look at what the shopper sees.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
          errors.push(message.text());
        }
      });
      await use();
      expect(errors, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** No finding of axe on the page as it is now. */
export async function accessible(page: Page): Promise<void> {
  // Fading text has less contrast than it ends up with. Some animations never end.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((a) => a.finished.catch(() => undefined)));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" | ")}`);
  expect(told, "axe").toEqual([]);
}

/** Signs in as a demo shopper of this context's own. */
export async function signInAsDemo(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /demo shopper/i }).click();
  await expect(page).toHaveURL("/");
}

/** Products shown now. */
export function tiles(page: Page) {
  return page.getByRole("main").getByRole("article");
}

/** Waits until the app has taken the server's list or home over. */
export async function awake(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Add to cart/ }).first()).toBeVisible();
}
