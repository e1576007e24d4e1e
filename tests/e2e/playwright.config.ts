import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

// `cargo xtask test --only e2e` starts a backend with a fresh data folder and
// passes its address; against a shop that already runs, set it by hand.
const baseURL = process.env.VITRINE_URL ?? "http://127.0.0.1:8080";

/** The system's Chromium: a download of Playwright's own is one more thing to cache and to trust. */
function chromium(): string | undefined {
  if (process.env.VITRINE_CHROMIUM) return process.env.VITRINE_CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

const artefacts = "../../target/e2e";

export default defineConfig({
  testDir: "./specs",
  outputDir: `${artefacts}/results`,
  // One backend and one stock for all: files run side by side, tests of a file in order.
  fullyParallel: false,
  workers: 2,
  forbidOnly: !!process.env.CI,
  // A second try tells a slow machine from a broken shop; xtask names every test that needed it.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    // Journeys that lose or change answers would do so behind its back; offline.spec.ts allows it.
    serviceWorkers: "block",
    // Recording every test would cost a third of the run.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "phone",
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
    {
      name: "desktop",
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
});
