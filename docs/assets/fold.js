// Text without case and accents, for comparing. In other alphabets such signs are letters.
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

export function fold(text) {
  return text.normalize("NFKD").replace(ACCENTS, "").normalize("NFC").toLowerCase().trim();
}

// The words of a text, folded and without punctuation.
export function wordsOf(text) {
  return (
    fold(text)
      .replaceAll("&", " and ")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
