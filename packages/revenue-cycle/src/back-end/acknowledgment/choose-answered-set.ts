/** The set that an acknowledgment may speak of. */
export type CandidateSet = {
  readonly transactionSetId: number;
  readonly senderId: string;
  readonly receiverId: string;
  /** Civil date of the interchange. */
  readonly sentOn: string | undefined;
};

export type AnsweringSet = {
  readonly senderId: string;
  readonly receiverId: string;
  readonly answeredOn: string | undefined;
};

/**
 * Which of the sets with the control numbers answered is meant: numbers come around again, so sender
 * and receiver must be swapped where any candidate's are, and the latest set sent before the answer
 * wins. Undefined when none was.
 */
export function chooseAnsweredSet(
  answer: AnsweringSet,
  candidates: readonly CandidateSet[],
): CandidateSet | undefined {
  const swapped = candidates.filter(
    (candidate) =>
      candidate.senderId === answer.receiverId && candidate.receiverId === answer.senderId,
  );
  const half = candidates.filter(
    (candidate) =>
      candidate.senderId === answer.receiverId || candidate.receiverId === answer.senderId,
  );
  const pool = swapped.length > 0 ? swapped : half.length > 0 ? half : candidates;
  const before = pool.filter(
    (candidate) =>
      candidate.sentOn === undefined ||
      answer.answeredOn === undefined ||
      candidate.sentOn <= answer.answeredOn,
  );
  return latest(before);
}

function latest(candidates: readonly CandidateSet[]): CandidateSet | undefined {
  return [...candidates].sort(
    (left, right) =>
      compare(right.sentOn ?? "", left.sentOn ?? "") ||
      right.transactionSetId - left.transactionSetId,
  )[0];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
