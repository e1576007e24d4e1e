import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { standIn, type StandIn } from "./stand-in";
import { accessible, awake, expect, signInAsDemo, test, tiles } from "./support";

test.use({ serviceWorkers: "allow" });

/** Waits until a worker keeps what this page reads. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** The addresses of all that is kept, with the texts. */
async function contents(page: Page): Promise<Array<{ cache: string; path: string; text: string }>> {
  return page.evaluate(async () => {
    const found = [];
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache);
      for (const { url } of await opened.keys()) {
        const { pathname, search } = new URL(url);
        const text = await (await opened.match(url, { ignoreVary: true }))?.text();
        found.push({ cache, path: pathname + search, text: text ?? "" });
      }
    }
    return found;
  });
}

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const offlineBar = (page: Page) => page.getByText("You’re offline. You can keep reading");

test("what was seen is read without a network, from the first visit on", async ({ page, context }) => {
  await page.goto("/");
  await kept(page);
  const shelves = await tiles(page).allTextContents();
  await page.goto("/search?q=laptop");
  await awake(page);
  // Within the app, which asks for data alone.
  await tiles(page).first().locator(".product-tile__link").click();
  await expect(page).toHaveURL(/\/p\//);
  await expect(title(page)).toContainText("laptop");
  const product = new URL(page.url()).pathname;

  await context.setOffline(true);
  await page.reload();
  await expect(offlineBar(page)).toBeVisible();
  await expect(title(page)).toContainText("laptop");
  await expect(page.locator(".price--large").first()).toContainText("¥");
  await page.goto("/search?q=laptop");
  await expect(tiles(page).first()).toContainText("laptop");
  const picture = tiles(page).first().locator("img");
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await page.goto("/");
  await expect(tiles(page)).toHaveCount(shelves.length);
  await accessible(page);
  await page.goto("/cart");
  await expect(title(page)).toHaveText("Cart");

  await context.setOffline(false);
  await page.goto(product);
  await expect(offlineBar(page)).toHaveCount(0);
});

for (const { locale, told, retry } of [
  { locale: "en-US", told: "Can’t reach the shop", retry: "Try again" },
  { locale: "zh-CN", told: "连不上商店", retry: "再试一次" },
  { locale: "zh-TW", told: "無法連上商店", retry: "再試一次" },
]) {
  test(`a page never seen says so in the shopper's language: ${locale}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale, baseURL, serviceWorkers: "allow" });
    const page = await context.newPage();
    await page.goto("/");
    await kept(page);
    await context.setOffline(true);
    await page.goto("/p/laptop");
    await expect(page.getByRole("heading", { name: told })).toBeVisible();
    await accessible(page);
    await context.setOffline(false);
    await page.getByRole("button", { name: retry }).click();
    await expect(page.locator(".price--large").first()).toBeVisible();
    await context.close();
  });
}

test("the language is the one that was chosen, whatever the page came in", async ({ page, context }) => {
  await page.goto("/");
  await kept(page);
  await page.goto("/?lang=zh-Hant");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(page.locator(".one-click a").first()).toBeVisible();
  await expect(page.locator("link[rel=manifest]")).toHaveAttribute("href", "/manifest.zh-Hant.webmanifest");
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(tiles(page).first()).toBeVisible();
  await page.goto("/?lang=zh-Hant");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expect(tiles(page).first()).toBeVisible();
});

test("nothing personal is kept, and signing out forgets what was looked at", async ({ page }) => {
  await page.goto("/");
  await kept(page);
  await signInAsDemo(page);
  const addresses = await (await page.request.get("/api/addresses?lang=en")).json();
  const { shopper } = await (await page.request.get("/api/session?lang=en")).json();
  const own = [shopper.id, shopper.contact, ...addresses.items.map((a: { id: string }) => a.id)];
  expect(own.length).toBeGreaterThan(2);
  await page.goto("/orders");
  await page.getByRole("main").locator("a[href^='/orders/']").first().click();
  await expect(page).toHaveURL(/\/orders\/.+/);
  for (const path of ["/p/laptop", "/cart", "/checkout", "/me"]) {
    await page.goto(path);
    await expect(title(page)).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();

  const all = await contents(page);
  const seen = all.filter(({ cache }) => !cache.startsWith("vitrine-release-"));
  expect(seen.some(({ path }) => path.startsWith("/api/products/laptop"))).toBe(true);
  for (const { path } of seen) expect(path).toMatch(/^\/(api\/(home|products)|media\/)/);
  for (const { cache, path } of all.filter((one) => !seen.includes(one))) {
    expect(path, cache).toMatch(/^\/(index\.html|favicon\.svg|formats\.js|vitrine-[\w-]+\.(css|js|wasm))$/);
  }
  const told = all.filter(({ text }) => own.some((secret) => text.includes(secret)));
  expect(told.map(({ path }) => path)).toEqual([]);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(async () => (await page.evaluate(() => caches.keys())).length).toBe(1);
});

test("of pictures only the latest are kept", async ({ page }) => {
  await page.goto("/");
  await kept(page);
  await page.evaluate(async () => {
    const cache = await caches.open("vitrine-seen-pictures");
    for (let number = 0; number < 200; number++) await cache.put(`/media/old-${number}`, new Response("old"));
  });
  await page.goto("/p/laptop");
  const pictures = () => page.evaluate(async () => (await (await caches.open("vitrine-seen-pictures")).keys()).length);
  await expect.poll(pictures).toBe(150);
});

test.describe("another worker", () => {
  let shop: StandIn;
  test.beforeEach(async ({ baseURL }) => {
    shop = await standIn(baseURL ?? "");
  });
  test.afterEach(() => shop.close());

  test("of a new release waits while the shop is open, and takes over when it moves on", async ({ page }) => {
    await page.goto(`${shop.url}/`);
    await kept(page);
    const [before] = await page.evaluate(() => caches.keys());
    const release = before?.split("-").at(-1) ?? "";
    const next = "0123456789abcdef";
    shop.worker = (own) => own.replaceAll(release, next);
    const waiting = await page.evaluate(async () => {
      Object.assign(window, { typed: "something" });
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const worker = registration.installing ?? registration.waiting;
      while (worker && worker.state !== "installed") {
        await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
      }
      return registration.waiting === worker && registration.active === navigator.serviceWorker.controller;
    });
    expect(waiting).toBe(true);
    expect(await page.evaluate(() => "typed" in window)).toBe(true);

    await page.reload();
    const isDone = async () => (await navigator.serviceWorker.ready).waiting === null;
    // The browser first lets the old worker finish, which takes some ten seconds.
    await expect.poll(() => page.evaluate(isDone), { timeout: 30_000 }).toBe(true);
    await kept(page);
    // An old tab's files are still there.
    const releases = (await page.evaluate(() => caches.keys())).filter((name) => name.includes("release"));
    expect(releases).toEqual([before, `vitrine-release-${next}`]);
    expect((await contents(page)).some(({ cache, path }) => cache === before && path.endsWith(".wasm"))).toBe(true);
  });

  test("that is none takes everything away", async ({ page }) => {
    await page.goto(`${shop.url}/`);
    await kept(page);
    const off = await readFile(new URL("../../../public/sw.js", import.meta.url), "utf8");
    shop.worker = () => off;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const left = () =>
      page.evaluate(async () => [
        ...(await caches.keys()),
        ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ]);
    await expect.poll(left).toEqual([]);
  });
});
