import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

// `cargo xtask test --only looks` compares, `cargo xtask accept-screenshots` accepts.
const { launchOptions, ...use } = journeys.use ?? {};
const [phone, desktop] = journeys.projects ?? [];

export default defineConfig({
  ...journeys,
  testDir: "./looks",
  outputDir: "../../target/looks/results",
  fullyParallel: true,
  snapshotPathTemplate: "{testDir}/references/{arg}-{projectName}{ext}",
  expect: {
    timeout: 10_000,
    toHaveScreenshot: {
      // The fonts are the same everywhere (looks/drawn.ts), so little may differ.
      maxDiffPixels: 120,
      animations: "disabled",
      scale: "css",
      stylePath: "./looks/drawn.css",
    },
  },
  use: {
    ...use,
    trace: "off",
    // The sheet above is none of the shop's.
    bypassCSP: true,
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...launchOptions,
      args: [...(launchOptions?.args ?? []), "--font-render-hinting=none", "--force-color-profile=srgb"],
    },
  },
  // Width, theme and language: each pair of the three is seen, with half of the pictures.
  projects: [
    { name: "390-light-zh-Hans", use: { ...phone?.use, colorScheme: "light", locale: "zh-CN" } },
    { name: "390-dark-en", use: { ...phone?.use, colorScheme: "dark", locale: "en-US" } },
    { name: "1440-light-en", use: { ...desktop?.use, colorScheme: "light", locale: "en-US" } },
    { name: "1440-dark-zh-Hans", use: { ...desktop?.use, colorScheme: "dark", locale: "zh-CN" } },
  ],
});
