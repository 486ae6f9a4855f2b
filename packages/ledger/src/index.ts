export {
  type AccountKind,
  accountKinds,
  allAccountKinds,
  isAccountKind,
  type NormalSide,
  normalSide,
} from "./account.ts";
export {
  addCents,
  allocate,
  type Cents,
  type CentsRefusal,
  cents,
  divideHalfUp,
  formatCents,
  isCentsRefusal,
  parseCents,
  zeroCents,
} from "./cents.ts";
export { balances, reverse, type Transfer, transfer, trialBalance } from "./transfer.ts";
