/** Colours as functions of text; plain ones where there is no colour. */
export interface Paint {
  good: (text: string) => string;
  bad: (text: string) => string;
  dim: (text: string) => string;
  bold: (text: string) => string;
}
