// What pages tell search engines, before independent validators: see docs/adr/0010.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { awake, expect, test } from "./support";

const pages = ["/", "/c/plants", "/search", "/p/laptop", "/p/laptop?lang=zh-Hant", "/p/bonsai-tree"];

/** What Google requires of the structured data in a page. */
async function faults(html: string): Promise<string[]> {
  const found = new WebAutoExtractor({ addLocation: true, embedSource: [] }).parse(html);
  const issues = await new Validator().validate(found);
  return issues
    .filter(({ severity }) => severity === "ERROR")
    .map(({ rootType, issueMessage, path }) => `${rootType}: ${issueMessage} at ${JSON.stringify(path)}`);
}

interface Node {
  potentialAction?: object;
}

/** The nodes of a page's data block. */
function nodes(html: string): Node[] {
  const json = /<script type=application\/ld\+json>(.*?)<\/script>/s.exec(html)?.[1];
  return json ? (JSON.parse(json) as { "@graph": Node[] })["@graph"] : [];
}

/** What the types of schema.org say of nodes, as TypeScript compares them. */
function mistyped(folder: string, found: Node[]): string {
  const modules = createRequire(import.meta.url);
  const types = modules.resolve("schema-dts").replace(/\.js$/, "");
  const lines = [`import type { SearchAction, Thing, WithActionConstraints } from ${JSON.stringify(types)};`];
  found.forEach(({ potentialAction, ...node }, index) => {
    lines.push(`export const node${index}: Thing = ${JSON.stringify(node)};`);
    // Only with its constraints an action may name what it takes (`query-input`).
    if (potentialAction) {
      const action = JSON.stringify(potentialAction);
      lines.push(`export const action${index}: WithActionConstraints<SearchAction> = ${action};`);
    }
  });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "structured-data.ts");
  writeFileSync(file, lines.join("\n"));
  const compiler = join(dirname(modules.resolve("typescript/package.json")), "bin/tsc");
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--pretty", "false", "--types", ""];
  const run = spawnSync(process.execPath, [compiler, ...options, "--module", "preserve", file]);
  if (run.error) throw run.error;
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`;
}

test("structured data is what schema.org and search engines want", async ({ request }, info) => {
  const found: Node[] = [];
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    expect(await faults(html), path).toEqual([]);
    found.push(...nodes(html));
  }
  // The shop; a list's trail; each product with its own.
  expect(found).toHaveLength(1 + 1 + 3 * 2);
  expect(mistyped(info.outputPath("types"), found)).toBe("");
});

test("the validators find faults where there are some", async ({ request }, info) => {
  const html = await (await request.get("/p/laptop")).text();
  expect(await faults(html.replace('"image":', '"picture":'))).not.toEqual([]);
  for (const [name, wrong] of Object.entries({
    property: html.replace('"image":', '"pictures":'),
    enumeration: html.replaceAll("schema.org/InStock", "schema.org/Plenty"),
  })) {
    expect(wrong, name).not.toBe(html);
    expect(mistyped(info.outputPath(name), nodes(wrong)), name).toContain("error TS");
  }
});

test("the data tells the price and the name that the page shows", async ({ page }) => {
  await page.goto("/p/laptop?lang=en");
  const data = await page.locator("script[type='application/ld+json']").textContent();
  const [product] = JSON.parse(data ?? "")["@graph"];
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(product.name);
  const shown = (await page.locator(".price--large").first().textContent()) ?? "";
  const price = Number(product.offers.offers[0].price);
  expect(shown.replaceAll(",", "")).toContain(Number.isInteger(price) ? `¥${price}` : `¥${price.toFixed(2)}`);
});

test("a page keeps its address until somebody moves on", async ({ page }) => {
  await page.goto("/c/plants?lang=en");
  await awake(page);
  const own = page.locator("link[rel=canonical], script[type='application/ld+json']");
  await expect(own).toHaveCount(2);
  await expect(own.first()).toHaveAttribute("href", /\/c\/plants\?lang=en$/);
  await page.getByRole("main").getByRole("article").first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/p\//);
  await expect(own).toHaveCount(0);
});
