import { createTheme } from "@mantine/core";

/**
 * Behaviour of the kit's components. Colours live in theme.css as plain variables: a style element
 * written by script would need a looser content security policy.
 */
export const theme = createTheme({
  defaultRadius: 4,
  focusRing: "auto",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  components: {
    Button: { defaultProps: { size: "xs" } },
    Modal: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.35 } } },
    Popover: { defaultProps: { shadow: "md", radius: 6 } },
    Menu: { defaultProps: { shadow: "md", radius: 6, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 250 } },
  },
});
