import { expect, test } from "./drawn";

const FAMILIES = [
  "actions",
  "fields",
  "choices",
  "goods",
  "feedback",
  "structure",
  "failure",
  "icons",
  "tokens",
];

// The backend, a development build, writes the gallery. The release of the storefront,
// whose style sheets are on trial, doesn't have it and shall not wake up.
test.use({ javaScriptEnabled: false });

test("gallery", async ({ page }) => {
  for (const family of FAMILIES) {
    await page.goto(`/gallery/${family}`);
    await expect(page.locator(".panel").first()).toBeVisible();
    // The tokens fill many screens, of which the first has the colours.
    const fullPage = family !== "tokens";
    await expect.soft(page).toHaveScreenshot(`gallery-${family}.png`, { fullPage });
  }
});
