// The parts that are used of two libraries without types of their own.
declare module "@marbec/web-auto-extractor" {
  export default class WebAutoExtractor {
    constructor(options: { addLocation: boolean; embedSource: string[] });
    parse(html: string): object;
  }
}

declare module "@adobe/structured-data-validator" {
  export interface Issue {
    severity: "ERROR" | "WARNING";
    issueMessage: string;
    rootType: string;
    path: object[];
  }
  export default class Validator {
    validate(found: object): Promise<Issue[]>;
  }
}
