import { accessible, awake, expect, test, tiles } from "./support";

test("the shop window shows goods by category, and asks once for its data", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) asked.push(request.url());
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Computers");
  await expect(tiles(page).first().locator("img")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const paths = asked.map((url) => new URL(url).pathname).sort();
  // The goods came with the page.
  expect(paths.filter((path) => path !== "/api/session")).toEqual([]);
  await accessible(page);
});

test("a category is sorted and filtered in the URL", async ({ page }) => {
  await page.goto("/c/plants");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Plants");
  await page.getByLabel("Sort by").selectOption({ label: "Price, low to high" });
  await expect(page).toHaveURL(/sort=price_asc/);
  await expect(async () => {
    const prices = await tiles(page).locator(".price__amount > .visually-hidden").allTextContents();
    const numbers = prices.map((p) => Number(p.replace(/[^\d.]/g, "")));
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }).toPass();
  const open = page.getByRole("button", { name: "Filters" });
  if (await open.isVisible()) await open.click();
  const filters = page.locator("form.filters:visible");
  await expect(filters.getByText("Goods here cost ¥19.90 to ¥169.00")).toBeVisible();
  await filters.getByLabel("To (¥)").fill("abc");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(filters.getByText("Enter a number of 0 or more")).toBeVisible();
  await filters.getByLabel("To (¥)").fill("50");
  await filters.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/price_max=5000/);
  await page.reload();
  await expect(page.getByRole("link", { name: "Remove filter: Up to ¥50.00" })).toBeVisible();
  await accessible(page);
});

test("Back restores the list with what was loaded and its scroll", async ({ page }) => {
  await page.goto("/search");
  const before = 24;
  await expect(tiles(page)).toHaveCount(before);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(tiles(page)).toHaveCount(48);
  const product = tiles(page).nth(40);
  await product.scrollIntoViewIfNeeded();
  const title = (await product.getByRole("heading").textContent()) ?? "";
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem(`vitrine.scroll.${location.pathname}`)))
    .not.toBeNull();
  const scrolled = await page.evaluate(() => window.scrollY);
  await product.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title.trim());
  await page.goBack();
  await expect(tiles(page)).toHaveCount(48);
  await expect
    .poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - scrolled))
    .toBeLessThan(60);
});

test("Back to a list that was left at its top finds it there", async ({ page }) => {
  await page.goto("/c/plants");
  await awake(page);
  await tiles(page).first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await page.goBack();
  await expect(tiles(page).first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test("after Back over a sort order a product opens at its top", async ({ page }) => {
  await page.goto("/c/plants");
  await page.getByLabel("Sort by").selectOption("price_asc");
  await expect(page).toHaveURL(/sort=price_asc/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=/);
  const product = tiles(page).nth(6);
  await page.evaluate(() => window.scrollTo(0, 200));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await product.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/p\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test("search finds, forgives and helps", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("laptop");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/search\?q=laptop/);
  await expect(tiles(page).first()).toBeVisible();
  await page.getByRole("searchbox").fill("zzzzqqq");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await accessible(page);
});

test("a product shows its variants with their own price and photo, in the URL", async ({ page }) => {
  await page.goto("/p/laptop");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const price = page.locator(".product-page__buy .price__amount").first();
  const first = await price.textContent();
  const choices = page.locator(".variant-picker").getByRole("button", { pressed: false });
  await choices.last().click();
  await expect(page).toHaveURL(/v=/);
  await expect(price).not.toHaveText(first ?? "");
  await page.reload();
  await expect(price).not.toHaveText(first ?? "");
  await expect(page.getByText(/Order now, arrives/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Details" })).toBeVisible();
  await accessible(page);
});

test("nothing of a product lies over its reviews", async ({ page }) => {
  await page.goto("/p/laptop");
  const reviews = page.locator("#reviews");
  const first = reviews.getByRole("article").first();
  await first.scrollIntoViewIfNeeded();
  await expect(first).toBeInViewport();
  const price = await page.locator(".product-page__buy .price").first().boundingBox();
  const box = await reviews.boundingBox();
  if (!price || !box) throw new Error("price and reviews are on the page");
  expect(price.y + price.height).toBeLessThan(box.y);
});

test("unknown pages are true 404s that help", async ({ page }) => {
  for (const path of ["/nowhere", "/p/nowhere", "/c/nowhere"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There’s nothing here");
  }
  await accessible(page);
});

test("a backend that is down is told, and a retry works", async ({ page }) => {
  await page.route("**/api/home**", (route) => route.abort());
  await page.goto("/cart");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cart");
  await page.getByRole("link", { name: "Home" }).filter({ visible: true }).first().click();
  await expect(page.getByText("Can’t reach the shop")).toBeVisible({ timeout: 20_000 });
  await page.unroute("**/api/home**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(tiles(page).first()).toBeVisible();
});

test("nonsense from a proxy is told", async ({ page }) => {
  await page.route("**/api/products/laptop**", (route) => route.fulfill({ body: "<html>hello" }));
  await page.goto("/c/computers");
  await awake(page);
  await page.getByRole("link", { name: /Kestrel Wing/ }).first().click();
  await expect(page.getByText("That didn’t work")).toBeVisible();
});

test("three languages, from the browser, changeable and kept", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "zh-TW", baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("電腦辦公");
  await page.getByLabel("語言").selectOption({ label: "简体中文" });
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("电脑办公");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await accessible(page);
  await context.close();
});

test("dark theme is kept and axe finds nothing there", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Appearance").selectOption({ label: "Dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(tiles(page).first()).toBeVisible();
  await accessible(page);
});

test("320 px wide works without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/c/home", "/p/laptop", "/cart", "/sign-in"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("the keyboard alone gets from the page to a product", async ({ page }) => {
  await page.goto("/c/plants");
  await expect(tiles(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const link = tiles(page).first().getByRole("link").first();
  for (let i = 0; i < 40 && !(await link.evaluate((e) => e === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/p\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
