const edge = String.raw`(?:(?<=[\p{L}\d])(?![\p{L}\d])|(?<![\p{L}\d])(?=[\p{L}\d]))`;

/** The same pattern with `\b` where words end in any script: JavaScript's own knows ASCII only, and takes the é of “livré” for no letter. */
export function wholeWords(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll(String.raw`\b`, edge), 'iu');
}
