// Words that tell where a name begins, goes on or isn't one.

/** Small words inside people's names: Ursula "von der" Leyen. */
export const surnameParticles: ReadonlySet<string> = new Set(
  'von van der den de da di do dos du del della la le el al bin bint ibn ben ter ten zu af y e'.split(' '),
);

/** Words before "of" that are no organisation's by themselves but open a name: Strait of Hormuz. */
export const organizationJoiners: ReadonlySet<string> = new Set(
  'Gulf Sea Strait Horn Cape Isle Bay City House Republic Kingdom State Palace Tower'.split(' '),
);

/** Capitalised words that name no person, body or place: faiths, days, treaties, prizes, things. */
export const nameless: ReadonlySet<string> = new Set(
  `Accord Accords Act Agreement Agreements Amendment Article Award Bible Bill Brexit Budget Catholic Catholics Ceasefire Championship Championships Charter Christian Christians Christmas Code Communist Communists Constitution Convention Covenant Cup Day Days Deal Declaration Directive Doctrine Dollar Easter Eid Euro Festival Games Generation God Hajj Hindu Hindus Holocaust Internet Islam Islamic Islamist Islamists Jew Jewish Jews Journey Kurd Kurdish Kurds Law Marathon Memorandum Month Muslim Muslims Nazi Nazis Night Nobel Olympics Open Orthodox Pact Peace Phase Plan Policy Prize Protestant Protestants Protocol Quran Ramadan Referendum Regulation Resolution Revolution Section Shia Shiite Shiites Strategy Summit Sunni Sunnis Sunday Saturday Friday Thursday Wednesday Tuesday Monday Table Talks Tax Treaty Trial Trophy Truce War Wars Week World Year Zionist Western European Europeans African Africans Asian Asians Arab Arabs Arabic Latin Covid COVID-19 Second First Third Ms Mr Mrs Dr Correspondent Part Chapter Page Volume Episode Series Story
English-language Russian-speaking Mother Father Photo Image Video Read`
    .trim()
    .split(/\s+/),
);

/** How family names of many lands end; few other words do. */
export const surnameEndings =
  /^\p{Lu}\p{Ll}{2,}(?:ovich|evich|enko|ovski|owski|ovsky|insky|sson|sdottir|dóttir|oğlu|oglu|shvili|adze|ovic|ević|ović)$/u;

/** Nouns that writers put in capitals for weight ("an END to the War"). */
export const commonNouns: ReadonlySet<string> = new Set(
  'administration agency agreement alliance army bank border call capital ceasefire cease-fire chief children church city coalition committee community company conference conflict congress council countries country court crisis deal democracy department economy election elections embassy energy event family flag forces freedom friend future government group history holiday home hope hospital house industry institute job jobs justice law leader leaders leadership letter life market media meeting memorandum men military minister ministry money mother nation nations navy news nuclear oil opposition parliament parties party peace people plan police policy power press prime prisoner prisoners process project province question region republic school security settlement side soldiers space speech state statement states strategy street students success summit supreme tariff tariffs tax teacher team territory terror time trade treaty troops truce union university village war weapons women work world year years sons daughters'.split(
    ' ',
  ),
);
