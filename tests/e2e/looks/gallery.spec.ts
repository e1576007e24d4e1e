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

// It shows later pages' components, too, whose style would come with their bundles, and the
// tokens by the names that designers know, which a release shortens.
test.beforeEach(async ({ page }) => {
  await page.route("**/tokens.css", (route) => route.fulfill({ path: "../../style/tokens.css" }));
  await page.route("**/gallery/*", async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const [, sheet] = /name=style-later content=([^>]+)/.exec(html) ?? [];
    expect(sheet, "the style of later pages").toBeTruthy();
    const links = [sheet, "/tokens.css"].map((href) => `<link rel=stylesheet href=${href}>`);
    const body = html.replace("</head>", `${links.join("")}</head>`);
    await route.fulfill({ response: answer, body });
  });
});

test("gallery", async ({ page }) => {
  for (const family of FAMILIES) {
    await page.goto(`/gallery/${family}`);
    await expect(page.locator(".panel").first()).toBeVisible();
    // The tokens fill many screens, of which the first has the colours.
    const fullPage = family !== "tokens";
    await expect.soft(page).toHaveScreenshot(`gallery-${family}.png`, { fullPage });
  }
});
