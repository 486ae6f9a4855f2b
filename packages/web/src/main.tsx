import "@mantine/core/styles/baseline.css";
import "@mantine/core/styles/default-css-variables.css";
import "@mantine/core/styles/global.css";
import "@mantine/core/styles/UnstyledButton.css";
import "@mantine/core/styles/Button.css";
import "@mantine/core/styles/ActionIcon.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Paper.css";
import "@mantine/core/styles/Popover.css";
import "@mantine/core/styles/Menu.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Modal.css";
import "@mantine/core/styles/Input.css";
import "@mantine/core/styles/PasswordInput.css";
import "@mantine/core/styles/Loader.css";
import "@mantine/core/styles/Tooltip.css";
import "@mantine/core/styles/Kbd.css";
import "./frame/theme.css";
import "./frame/frame.css";
import "./frame/first-choices.css";
import "./frame/record-page.css";
import "./table/table.css";
import { createRoot } from "react-dom/client";
import { App } from "./frame/app.tsx";
import { fetchStrings } from "./strings/fetch-strings.ts";
import { startStrings } from "./strings/translate.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no root element");
const page = createRoot(root);
fetchStrings().then(
  (catalogue) => {
    startStrings(catalogue);
    page.render(<App />);
  },
  // Its own words are what could not be had.
  () => page.render(<p role="alert">Headwater could not be loaded. Reload the page.</p>),
);
