import { localStorageColorSchemeManager } from "@mantine/core";

/** The same key is read by public/color-scheme.js before the first paint. */
export const colorScheme = localStorageColorSchemeManager({ key: "headwater-color-scheme" });
