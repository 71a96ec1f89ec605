// Lines under a picture: what it shows, and whose it is. Data first, then how it is asked.

/** Who pictures are credited to besides people. */
const agencies =
  'Reuters|REUTERS|AFP|AP|EPA|EPA-EFE|PTI|ANI|IANS|UPI|PA|DPA|dpa|TASS|TNS|ANP|Xinhua|Kyodo|Bloomberg|Shutterstock|SHUTTERSTOCK|iStock|Alamy|Getty|GETTY|Getty Images|Associated Press|ASSOCIATED PRESS|Zuma|Rex|Sipa|Anadolu';

/** In brackets at the end: "(Reuters/Anna Holt)", "(AP Photo/Anna Holt)", "(Image credit: Anna Holt)", "(NASA/JPL)". */
const bracketed = new RegExp(
  String.raw`[([]\s*(?:(?:Photos?|PHOTOS?|Photograph|Images?|IMAGE|Pictures?|Illustration|Graphic|File photo|FILE PHOTO|Courtesy|Handout)\b[^()[\]]{0,80}|(?:Credits?|CREDIT|Sources?)\s?:[^()[\]]{2,60}|(?<=\(\s?)(?:${agencies})(?: (?:[Ff]ile )?[Pp]hotos?)?(?:\s?[/,|-][^()[\]]{1,60})?|[^()[\]]{2,40}\/\s?(?:${agencies})[^()[\]]{0,30}|\p{Lu}[\p{L}-]+(?:\/\p{Lu}[\p{L}-]+)+)\s*[)\]]\.?\s*$`,
  'u',
);

/** Without brackets: "Photo: Anna Holt", "Photograph by Anna Holt", "REUTERS/Anna Holt", "| AFP", "Anna Holt/Getty Images". */
const bare = new RegExp(
  String.raw`(?:^|[\s.])(?:(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Cc]redit|PHOTO|CREDIT)\s?:\s?\p{Lu}[^.:]{1,60}|(?:[Pp]hoto(?:graph)?s?|[Ii]mages?) (?:by|via|courtesy of) \p{Lu}[^.]{1,60}|(?:${agencies})(?: Photo| Images| file photo)?\s?\/\s?\p{Lu}[^.]{1,40}|[/|]\s?(?:${agencies})|\p{Lu}\p{L}+ \p{Lu}[\p{L}-]+ ?\/ ?(?:${agencies})(?: Images)?)\.?\s*$`,
  'u',
);

/** An agency alone also signs reports: then it follows a full stop. */
const agencyAlone = new RegExp(String.raw`^\(\s*(?:${agencies})\s*\)\.?$`, 'u');

/** A line that only says whose: "Shutterstock", "Anna Holt, Associated Press". */
const signed = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3}\s?[,|–—-]\s?)?(?:${agencies})\.?$`,
  'u',
);

/** What opens nothing else: "FILE PHOTO:", "In this photo …", "Image caption". */
const opening =
  /^\s*(?:FILE(?: PHOTO| IMAGE)?\s*[-–—:]|(?:file|stock|handout|archive|undated) (?:photo|photograph|picture|image|illustration)(?:\s*[-–—:]|\s+(?:of|shows?|taken)\b)|(?:image|media|photo|picture) caption\b|(?:pictured|above|below|caption)\s*:|(?:in|on) this (?:[\p{L}\p{N}., ]{0,40} )?(?:photo|photograph|image|picture|frame grab|screen ?grab|handout|still from)s?\b|this [\p{L}\p{N}., ]{0,40} file (?:photo|image|picture)\b|(?:an?|this) (?:undated |file |handout |combination |combo )?(?:photo|image|picture)(?:graph)? (?:shows?|taken|released|provided|made)\b)/iu;

/** Who stands where: "Anna Holt (L)", "Anna Holt, left, and". */
const place =
  /\p{Lu}[\p{L}.’'-]+,? (?:\((?:L|R|C|L-R|L to R|left|right|cent(?:er|re)|(?:far |front |second )?(?:left|right)|from left|rear)\)|(?<=, )(?:(?:far |second from |third from )?(?:left|right)|cent(?:er|re)|from left|foreground|background)(?:,| and\b))/u;

/**
 * Whether a line stands under a picture: a `caption` says what it shows, a `credit` alone whose it is. Undefined for any
 * other, and for captions that nothing marks as such: those read as prose. Cost: linear, and only short lines are read.
 */
export function captionOf(paragraph: string): 'caption' | 'credit' | undefined {
  const line = paragraph.trim();
  if (line.length > 600) return undefined;
  if (signed.test(line)) return 'credit';
  const credit = (/[)\]]\.?$/.test(line) ? bracketed : bare).exec(line);
  if (credit !== null) {
    const shown = line.slice(0, credit.index).trim();
    if (!/\p{L}/u.test(shown)) return 'credit';
    if (!agencyAlone.test(credit[0]) || !/[.!?]["”’]?$/.test(shown)) return 'caption';
  }
  if (opening.test(line)) return 'caption';
  return place.test(line) && !/["“”]/.test(line) ? 'caption' : undefined;
}
