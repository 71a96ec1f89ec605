// What news pages put between and after the paragraphs of a report, by the words it begins or ends with. Data, not code.

/** A short block that begins so leads elsewhere or asks for something. Each stands for many outlets' wording. */
export const asides: readonly RegExp[] = [
  /^\W{0,3}(?:read|see|watch|listen|learn|hear)\b(?: it| also| more| next| now| this| the full \w+){0,2} ?(?::|-|–|—|»|>|\|)/iu,
  /^\W{0,3}(?:read|learn|find out|see|discover) more\b/iu,
  /^\W{0,3}(?:also|more|related|recommended|previously|earlier|explainer|opinion|analysis|exclusive|in pictures|in photos|video|photos?|gallery|podcast|image|quiz|update|editor['’]s picks?)(?: \p{L}+){0,3}:/iu,
  /^\W{0,3}(?:also|now|keep|continue|further|must) read(?:ing)?\b/iu,
  /^\W{0,3}(?:see|read) also\b/iu,
  /^\W{0,3}also on \S+\.\p{L}{2,}/iu,
  /^\W{0,3}(?:don['’]t miss|must[- ]see|more from|more on|more stories|more news|more great|what to read next|read next|up next|most read|most popular|trending|you (?:may|might) (?:also )?(?:like|be interested)|recommended for you|related (?:articles?|stories|content|posts?|roundups?|topics?|news|video|coverage|links?|items?|reading))\b/iu,
  /^\W{0,3}(?:click|tap) (?:here|on|to)\b/iu,
  /^\W{0,3}(?:please )?(?:subscribe|sign up|sign in|log in|register|join|download|follow us|like us|get (?:our|the|your) (?:\p{L}+ ){0,4}(?:newsletters?|app|inbox|updates|delivered|free))\b/iu,
  /^\W{0,3}follow (?:\S+ ){1,8}?on (?:twitter|facebook|instagram|x|youtube|telegram|linkedin|whatsapp|tiktok)\b/iu,
  /^\W{0,3}(?:share|tweet|pin|email|e-mail|print|save|comments?|leave a (?:comment|reply)|reply|like this story|like what you)\b(?=.{0,60}$)/iu,
  /^\W{0,3}(?:advertisement|advertising|sponsored|promoted|supported by|continue reading|story continues|article continues|loading|scroll (?:down|to|for)|skip (?:to|advert)|this article is more than|image \d+ of \d+|\d+ of \d+|slide \d+)\b/iu,
  /^\W{0,3}(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved)/iu,
  /^\W{0,3}(?:image|photo(?:graph)?|picture|pic|video|file photo|credits?|source)(?: (?:credit|source|by|courtesy|copyright|caption))? ?(?::|by\b|courtesy)/iu,
  /^\W{0,3}(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|posted in|sections?|in this article|share this)\b ?:?/iu,
  /^\W{0,3}(?:tell us what|what do you think|let us know|have your say|do you have|got a (?:tip|story)|send (?:us|your)|contact (?:us|the (?:author|writer|reporter))|write to|e-?mail|reach)\b/iu,
  /^\W{0,3}(?:note: (?:we|this)|this (?:article|story|post|site|page) (?:was|is|has|originally|first|contains|may|may contain)|a version of this|editor['’]s note)\b/iu,
  /^\W{0,3}(?:start your day|let our news|never miss|stay (?:up to date|informed|tuned|connected)|want (?:more|the best|to (?:get|read|stay))|enjoy(?:ed|ing)? (?:this|our)|support (?:our|us|independent)|thank you for|thanks for (?:reading|signing))\b/iu,
  /^\W{0,3}the times is committed to publishing\b/iu,
];

/** A block with this in it is no part of the report, whatever it begins with. */
export const asideWords: readonly RegExp[] = [
  /^\W{0,3}(?:additional )?reporting by .*\bediting by\b/iu,
  /\b(?:delivered|straight|right) to your (?:inbox|mailbox|letterbox)\b/iu,
  /\bsign up (?:for|to) (?:our|the|receive|get)\b[^.]*\b(?:newsletters?|alerts?|updates?|inbox|briefing)\b/iu,
  /\bsubscribe to (?:our|the) [^.]*\b(?:newsletters?|channel|podcast)\b/iu,
  /\ball rights reserved\b/iu,
  /\b(?:may not be published, broadcast, rewritten|may not be reproduced)\b/iu,
  /\bcontributed to this (?:report|story|article|post)\b/iu,
  /\b(?:privacy policy|terms of (?:use|service)|cookie policy)\b/iu,
  /\bmay earn (?:a|an) (?:\p{L}+ )?commission\b/iu,
  /\bfollow (?:him|her|them|us|me) (?:on|at|@)/iu,
];

/** A line that opens a part after the report: what follows it isn't the report's. */
export const endings =
  /^\W{0,3}(?:related\b|more (?:from|on|stories|news|great|in|like|about)\b|recommended\b|you (?:may|might) (?:also )?|read (?:next|more)\b|most (?:read|popular|viewed)\b|trending\b|latest (?:news|stories|videos?|articles?|from)\b|comments?\b|\d+ comments?\b|leave a (?:comment|reply)|about the (?:author|writer)s?\b|top stories\b|around the web\b|from the web\b|don['’]t miss\b|editor['’]s picks\b|next (?:article|story|post)\b|previous (?:article|story|post)\b|a (?:word|message|note) (?:to|from) (?:our|the)\b|what (?:to read next|do you think)|join the (?:conversation|discussion))/iu;

/** A heading over what readers wrote. */
export const comments =
  /^\W{0,3}(?:\d+ )?(?:(?:comments?|responses?|replies)(?: \(\d+\)| to\b.*)?$|leave a (?:comment|reply)\b|join the (?:conversation|discussion)\b)/iu;
