import { accessible, expect, signInAsDemo, test } from "./support";
import { goods, loseNextAnswer, orders, purchases } from "./shopping";

function box(page: import("@playwright/test").Page) {
  return page.getByRole("main").getByRole("group", { name: "One-click buy" }).first();
}

test("a guest is told what is missing and led there and back", async ({ page }) => {
  const [cheap] = await goods(page);
  await page.goto(`/p/${cheap.slug}`);
  await box(page).getByRole("link", { name: "Sign in for one-click buy" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole("button", { name: "Continue as demo shopper" }).click();
  await expect(page).toHaveURL(new RegExp(`/p/${cheap.slug}`));
  await expect(box(page).getByRole("button", { name: /^Buy now/ })).toBeVisible();
});

test("signing in leads back to the chosen variant", async ({ page }) => {
  await page.goto("/p/laptop");
  const chosen = page.getByRole("button", { name: "15 inch" });
  await chosen.click();
  await expect(page).toHaveURL(/\?v=/);
  const address = page.url();
  await box(page).getByRole("link", { name: "Sign in for one-click buy" }).click();
  await page.getByRole("button", { name: "Continue as demo shopper" }).click();
  await expect(page).toHaveURL(address);
  await expect(chosen).toHaveAttribute("aria-pressed", "true");
});

test("address, payment and total stand there first; a double click buys once; undo works", async ({ page }) => {
  await signInAsDemo(page);
  const [cheap] = await goods(page);
  const keys = purchases(page);
  await page.goto(`/p/${cheap.slug}`);
  const buy = box(page).getByRole("button", { name: /^Buy now · ¥/ });
  await expect(box(page).getByText("Robin Lin", { exact: false })).toBeVisible();
  await expect(box(page).getByText("•••• 4242")).toBeVisible();
  await expect(box(page).getByText(/delivery/)).toBeVisible();
  await accessible(page);

  await buy.dblclick();
  await expect(box(page).getByText(/^Ordered, ¥/)).toBeVisible();
  await expect(box(page).getByText(/\d+ seconds? left to undo/)).toBeVisible();
  await accessible(page);
  expect(keys).toHaveLength(1);
  expect(await orders(page)).toHaveLength(1);

  await box(page).getByRole("button", { name: "Undo" }).click();
  await expect(box(page).getByText("Undone. Nothing was charged.")).toBeVisible();
  await expect(buy).toBeVisible();
  expect((await orders(page)).map((order) => order.status)).toEqual(["cancelled"]);
});

test("an answer lost after the order was placed is asked for again with the same key", async ({ page }) => {
  await signInAsDemo(page);
  const [cheap] = await goods(page);
  const keys = purchases(page);
  await loseNextAnswer(page);
  await page.goto(`/p/${cheap.slug}`);
  await box(page).getByRole("button", { name: /^Buy now/ }).click();
  await expect(box(page).getByText(/^Ordered/)).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(await orders(page)).toHaveLength(1);
});

test("a reload in the middle of a purchase finishes it, and a second tab sees it", async ({ page, context }) => {
  await signInAsDemo(page);
  const [cheap] = await goods(page);
  // The server places the order, but this page never learns it.
  await page.route("**/api/orders", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.goto(`/p/${cheap.slug}`);
  await box(page).getByRole("button", { name: /^Buy now/ }).click();
  await expect(box(page).getByText(/No answer yet/)).toBeVisible();
  await page.unroute("**/api/orders");
  await page.reload();
  await expect(box(page).getByText(/^Ordered/)).toBeVisible();
  const second = await context.newPage();
  await second.goto(`/p/${cheap.slug}`);
  await expect(box(second).getByText(/^Ordered/)).toBeVisible();
  expect(await orders(page)).toHaveLength(1);
});

test("a second tab finishes what a first one left", async ({ page, context }) => {
  await signInAsDemo(page);
  const [cheap] = await goods(page);
  await page.route("**/api/orders", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.goto(`/p/${cheap.slug}`);
  await box(page).getByRole("button", { name: /^Buy now/ }).click();
  await expect(box(page).getByText(/No answer yet/)).toBeVisible();
  // As a crash would: the page is gone, what it stored is not.
  await page.close();
  const second = await context.newPage();
  await second.goto("/cart");
  await expect
    .poll(() => second.evaluate(() => localStorage.getItem("vitrine.purchases")))
    .toBe("[]");
  expect(await orders(second)).toHaveLength(1);
});

test("offline, buying waits and says so", async ({ page, context }) => {
  await signInAsDemo(page);
  const [cheap] = await goods(page);
  await page.goto(`/p/${cheap.slug}`);
  const buy = box(page).getByRole("button", { name: /^Buy now/ });
  await expect(buy).toBeVisible();
  await context.setOffline(true);
  await expect(buy).toContainText("You’re offline");
  await expect(buy).toHaveAttribute("aria-disabled", "true");
  await context.setOffline(false);
  await expect(buy).not.toHaveAttribute("aria-disabled", "true");
});

test("too dear for the first time leads to a checkout of just this", async ({ page }) => {
  await signInAsDemo(page);
  const dear = (await goods(page, "computers")).at(-1);
  expect(dear?.price).toBeGreaterThan(20_000);
  await page.goto(`/p/${dear?.slug}`);
  await box(page).getByRole("link", { name: /^Check out/ }).click();
  await expect(page).toHaveURL(/\/checkout\?buy=/);
  await expect(page.getByRole("main").getByRole("link", { name: dear?.title ?? "" })).toBeVisible();
});
