import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { queryClient } from "./base-routes.tsx";
import { colorScheme } from "./color-scheme.ts";
import { preloadPages, router } from "./router.tsx";
import { listenForShortcuts } from "./shortcuts.ts";
import { theme } from "./theme.ts";

const preloadAfterMs = 2000;

export function App() {
  useEffect(() => listenForShortcuts(window), []);
  useEffect(() => {
    const timer = setTimeout(preloadPages, preloadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
