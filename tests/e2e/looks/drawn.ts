// What makes two screenshots of the same thing equal.
import { expect, test as base, type Page } from "@playwright/test";

/** Width of the sample below, drawn by the fonts with which the references were made. */
const WIDTH = 199;

/** Skips where the fonts are others, since everything would differ; CI has to have them. */
export const test = base.extend<{ fonts: void }>({
  fonts: [
    async ({ page }, use, testInfo) => {
      const width = await page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) return 0;
        canvas.font = '20px "Noto Sans CJK SC"';
        return Math.round(canvas.measureText("Vitrine 橱窗 ¥1,299.00").width);
      });
      if (process.env.CI) expect(width, "Noto Sans CJK SC as in the references").toBe(WIDTH);
      testInfo.skip(width !== WIDTH, "other fonts than those of the references");
      await use();
    },
    { auto: true },
  ],
});

export { expect };

/** Waits for the pictures, and puts the same in place of what is new in each run. */
export async function still(page: Page, moving: string[]): Promise<void> {
  await page.evaluate(async (selector) => {
    // The others may never be fetched, and some of these only when they are scrolled to.
    const inView = [...document.images].filter((image) => {
      const { top, left, width } = image.getBoundingClientRect();
      return width > 0 && top < innerHeight && left < innerWidth && left + width > 0;
    });
    for (const image of inView) image.loading = "eager";
    await Promise.all(inView.map((image) => image.decode()));
    for (const element of document.querySelectorAll<HTMLElement>(selector)) element.textContent = "·";
  }, ["time", ...moving].join(", "));
}
