// Cities, regions, seas and buildings that news names often, other than capitals. Facts, written by hand; far from complete.

/** Names of places that are no countries and no capitals. */
export const places: readonly string[] = `
Aleppo,Alexandria,Amsterdam,Antwerp,Auckland,Barcelona,Basra,Bakhmut,Belgorod,Bergen,Bethlehem,Birmingham,Bordeaux,Boston,Bristol,
Calgary,Cambridge,Cape Town,Casablanca,Charlotte,Chicago,Cologne,Crimea,Dallas,Darfur,Davos,Denver,Detroit,Dnipro,Donbas,Donbass,Donetsk,Dubai,Düsseldorf,
Florence,Frankfurt,Fukushima,Gaza,Gaza City,Gaza Strip,Gdansk,Geneva,Glasgow,Gothenburg,Guangzhou,Guantanamo,Guantanamo Bay,Haifa,Hamburg,Hebron,Helmand,Herat,Hiroshima,Ho Chi Minh City,Houston,
Idlib,Istanbul,Izmir,Jeddah,Jenin,Jerusalem,Johannesburg,Kaliningrad,Kandahar,Karachi,Kashmir,Kazan,Kharkiv,Kharkov,Kherson,Kobani,Kolkata,Kramatorsk,Kunduz,Kurdistan,Kursk,
Lagos,Lahore,Las Vegas,Leipzig,Liverpool,Los Angeles,Luhansk,Lugansk,Lviv,Lyon,Manchester,Mariupol,Marrakesh,Marseille,Mecca,Medina,Melbourne,Melitopol,Miami,Milan,Mosul,Mumbai,Munich,
Nagorno-Karabakh,Nagasaki,Nablus,Naples,New York,New York City,Nice,Odesa,Odessa,Osaka,Oxford,Palermo,Perth,Peshawar,Philadelphia,Phoenix,Pokrovsk,Porto,Rafah,Raqqa,Rotterdam,
San Francisco,San Diego,Sao Paulo,São Paulo,Seattle,Sevastopol,Seville,Shanghai,Sharm el-Sheikh,Shenzhen,Sochi,Srebrenica,St. Petersburg,Saint Petersburg,Strasbourg,Stuttgart,Sumy,Sydney,
Tel Aviv,Tiananmen Square,Tigray,Timbuktu,Toronto,Transnistria,Tromso,Tromsø,Turin,Valencia,Vancouver,Venice,Vladivostok,Volgograd,West Bank,Xinjiang,Tibet,Yangon,Yokohama,Zaporizhzhia,Zaporizhia,Zurich,
Alaska,Alabama,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,
Bavaria,Saxony,Quebec,Ontario,Alberta,British Columbia,New South Wales,Queensland,Siberia,Sicily,Normandy,Punjab,
Africa,Asia,Europe,North America,South America,Latin America,Middle East,Balkans,Caucasus,Scandinavia,Central Asia,Southeast Asia,Eastern Europe,Western Europe,Sahel,Horn of Africa,
Atlantic,Pacific,Arctic,Antarctica,Mediterranean,Black Sea,Baltic Sea,Red Sea,North Sea,South China Sea,Norwegian Sea,Caspian Sea,Sea of Azov,Persian Gulf,Suez Canal,Panama Canal,Strait of Hormuz,English Channel,Faroe Islands,Falkland Islands,Golan Heights,
Buckingham Palace,Camp David,Chequers,Mar-a-Lago,Red Square,Trump Tower,Wall Street,Windsor Castle,Élysée Palace,Elysee Palace
`
  .trim()
  .split(/,\s*/);
