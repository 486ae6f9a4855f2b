import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { practice } from "./base-routes.tsx";

export const tour = createRoute({
  getParentRoute: () => practice,
  path: "tour",
  component: lazyRouteComponent(() => import("../strategy/tour/tour-page.tsx"), "TourPage"),
});
