/** What a 271 of a test says around the subscriber's benefits. */
export type ResponseAround = {
  readonly trace?: string;
  readonly memberId?: string;
  readonly control?: string;
};

/** A 271 about one subscriber, with the segments given below the name and date of birth. */
export function responseText(segments: string, around: ResponseAround = {}): string {
  const { trace = "TRACE1", memberId = "W123", control = "000000001" } = around;
  const group = String(Number(control));
  const body = [
    "ST*271*0001*005010X279A1~",
    "BHT*0022*11*REF1*20260804*1000~",
    "HL*1**20*1~NM1*PR*2*NORTHWAY*****PI*60054~",
    "HL*2*1*21*1~NM1*1P*2*RIVERSIDE*****XX*1234567893~",
    `HL*3*2*22*0~TRN*2*${trace}*9HEADWATER~NM1*IL*1*ORTIZ*LENA****MI*${memberId}~DMG*D8*19800512*F~`,
    segments,
  ].join("");
  const count = body.split("~").length;
  return [
    `ISA*00*          *00*          *ZZ*60054          *ZZ*RIVERSIDE      *260804*1000*^*00501*${control}*0*T*|~`,
    `GS*HB*60054*RIVERSIDE*20260804*1000*${group}*X*005010X279A1~`,
    body,
    `SE*${count}*0001~GE*1*${group}~IEA*1*${control}~`,
  ].join("");
}
