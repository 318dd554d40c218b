// Pages in other languages: the story stays whole, what stands around it goes.
#include "indexer/clean/cleaner.hpp"
#include "indexer/extract/extractor.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace sitrep;

namespace {

using Lines = std::vector<std::string>;

/// A page, part by part; what is no story is furniture.
struct ForeignPage {
    std::string language;
    std::string title;
    Lines menu, share, story;
    std::string advertisement, read_also, newsletter;
    Lines most_read, comments, consent, foot;
    Lines law;  ///< a story about cookies
};

// clang-format off
const std::vector<ForeignPage> kPages = {
    {"es", "La Armada incorpora un nuevo dragaminas a su flota",
     {"Inicio", "Defensa", "Política", "Iniciar sesión", "Buscar"}, {"Compartir en Facebook", "Copiar enlace"},
     {"La Armada recibió ayer en Cartagena un nuevo dragaminas que sustituirá a dos buques retirados hace tres años, según el ministerio.",
      "El buque, de cincuenta metros de eslora, lleva un sonar remolcado y dos vehículos submarinos que pueden trabajar a trescientos metros.",
      "“Con él volvemos a tener la capacidad que habíamos perdido”, declaró el comandante de la flotilla durante la ceremonia de entrega.",
      "El contrato incluye otros dos barcos del mismo tipo, que llegarán antes de finales de la década si el presupuesto lo permite.",
      "La tripulación se ha formado durante seis meses en un simulador instalado en la base."},
     "Publicidad", "Lea también: La fragata más antigua se despide de Ferrol",
     "Suscríbete a nuestra newsletter y recibe cada semana las noticias de defensa en tu correo.",
     {"Lo más leído", "El Ejército compra camiones nuevos", "La base aérea abre sus puertas al público"},
     {"5 comentarios", "Marinero77", "Ya era hora de que llegara, llevamos demasiado tiempo esperando este barco en la base."},
     {"Nosotros y nuestros socios utilizamos cookies para personalizar anuncios y contenidos y medir la audiencia en su dispositivo. Puede cambiar sus preferencias en cualquier momento.",
      "Aceptar todo", "Rechazar", "Configurar cookies"},
     {"© 2024 Diario del Puerto. Todos los derechos reservados.", "Aviso legal", "Política de privacidad"},
     {"El Congreso aprobó ayer la ley que obliga a las empresas a pedir el consentimiento de los usuarios antes de instalar cookies en su dispositivo.",
      "La norma regula también la publicidad personalizada y el tratamiento de datos personales por parte de terceros, según el texto publicado.",
      "“La privacidad no puede depender de un botón”, dijo la ministra ante la comisión que estudió las preferencias de los navegadores.",
      "Las multas pueden llegar a veinte millones de euros y la agencia de protección de datos tendrá más inspectores desde enero."}},
    {"fr", "La Marine reçoit son nouveau chasseur de mines",
     {"Accueil", "Défense", "International", "Se connecter", "Rechercher"}, {"Partager sur Facebook", "Copier le lien"},
     {"La Marine nationale a reçu lundi à Brest un nouveau chasseur de mines destiné à remplacer deux bâtiments retirés du service il y a trois ans.",
      "Long de cinquante mètres, le navire embarque un sonar remorqué et deux drones sous-marins capables de travailler à trois cents mètres de fond.",
      "« Nous retrouvons une capacité que nous avions perdue », a déclaré le commandant de la flottille pendant la cérémonie.",
      "Le contrat prévoit deux autres navires du même type, qui arriveront avant la fin de la décennie si le budget le permet.",
      "L’équipage s’est entraîné pendant six mois sur un simulateur installé à la base."},
     "Publicité", "Lire aussi : La plus ancienne frégate quitte Toulon",
     "Inscrivez-vous à notre newsletter et recevez chaque matin l’actualité de la défense dans votre boîte mail.",
     {"Les plus lus", "L’armée de Terre achète de nouveaux camions", "La base aérienne ouvre ses portes"},
     {"5 commentaires", "Matelot29", "Il était temps que ce bateau arrive enfin, nous l’attendions depuis bien trop longtemps ici."},
     {"Nous et nos partenaires utilisons des cookies pour personnaliser les annonces et mesurer l’audience de ce site. Vous pouvez retirer votre consentement à tout moment.",
      "Tout accepter", "Continuer sans accepter", "Paramétrer les cookies"},
     {"© 2024 Gazette du Port. Tous droits réservés.", "Mentions légales", "Politique de confidentialité"},
     {"L’Assemblée a adopté lundi la loi qui oblige les entreprises à recueillir le consentement des internautes avant de déposer des cookies sur leur appareil.",
      "Le texte encadre aussi la publicité personnalisée et le traitement des données personnelles par des tiers, selon le rapport publié mardi.",
      "« La vie privée ne peut pas dépendre d’un bouton », a déclaré la ministre devant la commission chargée du numérique.",
      "Les amendes peuvent atteindre vingt millions d’euros et l’autorité de contrôle recrutera des inspecteurs dès janvier."}},
    {"de", "Marine erhält neues Minenjagdboot",
     {"Startseite", "Heer", "Luftwaffe", "Anmelden", "Suche"}, {"Artikel teilen", "Link kopieren"},
     {"Die Marine hat am Montag in Kiel ein neues Minenjagdboot übernommen, das zwei vor drei Jahren ausgemusterte Schiffe ersetzen soll.",
      "Das fünfzig Meter lange Boot trägt ein geschlepptes Sonar und zwei Unterwasserdrohnen, die in dreihundert Metern Tiefe arbeiten können.",
      "„Damit haben wir eine Fähigkeit zurück, die uns gefehlt hat“, sagte der Kommandeur des Geschwaders bei der Übergabe.",
      "Der Vertrag umfasst zwei weitere Boote derselben Klasse, die bis zum Ende des Jahrzehnts kommen sollen, wenn der Haushalt reicht.",
      "Die Besatzung hat sechs Monate lang an einem Simulator im Stützpunkt geübt."},
     "Anzeige", "Lesen Sie auch: Die älteste Fregatte geht in den Ruhestand",
     "Melden Sie sich für unseren Newsletter an und erhalten Sie jede Woche Nachrichten aus der Truppe.",
     {"Meistgelesen", "Heer kauft neue Lastwagen", "Fliegerhorst öffnet seine Tore"},
     {"5 Kommentare", "Seebär", "Es wurde wirklich Zeit, dass dieses Boot endlich kommt, wir warten schon viel zu lange darauf."},
     {"Wir und unsere Partner verwenden Cookies, um Anzeigen zu personalisieren und Zugriffe auf unsere Website zu analysieren. Ihre Einwilligung können Sie jederzeit widerrufen.",
      "Alle akzeptieren", "Ablehnen", "Einstellungen verwalten"},
     {"© 2024 Hafenbote. Alle Rechte vorbehalten.", "Impressum", "Datenschutzerklärung"},
     {"Der Bundestag hat am Montag das Gesetz beschlossen, nach dem Unternehmen die Einwilligung der Nutzer einholen müssen, bevor sie Cookies auf einem Gerät setzen.",
      "Es regelt auch personalisierte Werbung und die Verarbeitung personenbezogener Daten durch Dritte, wie aus dem Entwurf hervorgeht.",
      "„Datenschutz darf nicht von einem Knopf abhängen“, sagte die Ministerin im Ausschuss, der die Einstellungen der Browser prüfte.",
      "Die Strafen können zwanzig Millionen Euro erreichen, und die Behörde bekommt ab Januar mehr Prüfer."}},
    {"pt", "Marinha recebe novo navio caça-minas",
     {"Início", "Defesa", "Mundo", "Fazer login", "Buscar"}, {"Compartilhar no Facebook", "Copiar link"},
     {"A Marinha recebeu na segunda-feira no Rio um novo navio caça-minas que vai substituir dois navios retirados há três anos.",
      "Com cinquenta metros de comprimento, o navio leva um sonar rebocado e dois veículos submarinos que podem trabalhar a trezentos metros.",
      "“Recuperamos uma capacidade que tínhamos perdido”, disse o comandante da flotilha durante a cerimônia de entrega.",
      "O contrato inclui outros dois navios do mesmo tipo, que chegarão antes do fim da década se o orçamento permitir.",
      "A tripulação treinou durante seis meses num simulador instalado na base."},
     "Publicidade", "Leia também: A fragata mais antiga se despede da frota",
     "Assine nossa newsletter e receba toda semana as notícias de defesa no seu e-mail.",
     {"Mais lidas", "Exército compra caminhões novos", "Base aérea abre as portas ao público"},
     {"5 comentários", "Marujo", "Já era hora de esse navio chegar, esperamos por ele tempo demais aqui na base."},
     {"Nós e nossos parceiros usamos cookies para personalizar anúncios e medir o tráfego deste site. Você pode retirar o seu consentimento a qualquer momento.",
      "Aceitar todos", "Rejeitar", "Gerenciar preferências"},
     {"© 2024 Diário do Porto. Todos os direitos reservados.", "Termos de uso", "Política de privacidade"},
     {"O Parlamento aprovou na segunda-feira a lei que obriga as empresas a pedir o consentimento dos usuários antes de instalar cookies no seu dispositivo.",
      "A norma regula também a publicidade personalizada e o tratamento de dados pessoais por terceiros, segundo o texto publicado.",
      "“A privacidade não pode depender de um botão”, disse a ministra na comissão que estudou as preferências dos navegadores.",
      "As multas podem chegar a vinte milhões de euros e a agência terá mais fiscais a partir de janeiro."}},
    {"nl", "Marine krijgt nieuwe mijnenjager",
     {"Voorpagina", "Defensie", "Buitenland", "Inloggen", "Zoeken"}, {"Deel dit artikel", "Kopieer link"},
     {"De marine heeft maandag in Den Helder een nieuwe mijnenjager in ontvangst genomen die twee drie jaar geleden afgestoten schepen vervangt.",
      "Het vijftig meter lange schip heeft een gesleepte sonar en twee onderwaterdrones die op driehonderd meter diepte kunnen werken.",
      "‘Hiermee krijgen we een vermogen terug dat we kwijt waren’, zei de commandant van het eskader bij de overdracht.",
      "Het contract omvat nog twee schepen van hetzelfde type, die voor het einde van het decennium moeten komen als de begroting het toelaat.",
      "De bemanning heeft zes maanden geoefend op een simulator die in de haven is gebouwd."},
     "Advertentie", "Lees ook: Oudste fregat neemt afscheid van de vloot",
     "Schrijf je in voor onze nieuwsbrief en ontvang elke week het defensienieuws in je mailbox.",
     {"Meest gelezen", "Landmacht koopt nieuwe vrachtwagens", "Vliegbasis opent de poorten"},
     {"5 reacties", "Zeebonk", "Het werd tijd dat dit schip er kwam, we hebben er hier veel te lang op gewacht."},
     {"Wij en onze partners gebruiken cookies om advertenties te personaliseren en het verkeer op deze website te meten. U kunt uw toestemming altijd intrekken.",
      "Alles accepteren", "Weigeren", "Voorkeuren beheren"},
     {"© 2024 Havenbode. Alle rechten voorbehouden.", "Privacybeleid", "Algemene voorwaarden"},
     {"De Kamer heeft maandag een wet aangenomen die bedrijven verplicht toestemming van gebruikers te vragen voordat zij cookies op hun apparaat plaatsen.",
      "De wet regelt ook gepersonaliseerde advertenties en de verwerking van persoonsgegevens door derden, zo blijkt uit de gepubliceerde tekst.",
      "‘Privacy mag niet van een knop afhangen’, zei de minister in de commissie die de voorkeuren van browsers onderzocht.",
      "De boetes kunnen oplopen tot twintig miljoen euro en de toezichthouder krijgt vanaf januari meer inspecteurs."}},
    {"ru", "Флот получил новый тральщик",
     {"Главная", "Оборона", "В мире", "Войти", "Поиск"}, {"Поделиться в Телеграме", "Скопировать ссылку"},
     {"Военно-морской флот получил в понедельник новый тральщик, который заменит два корабля, выведенных из состава три года назад.",
      "Корабль длиной пятьдесят метров несет буксируемый гидролокатор и два подводных аппарата, способных работать на глубине триста метров.",
      "«Мы вернули себе возможность, которую потеряли», — сказал командир дивизиона во время церемонии.",
      "Контракт предусматривает еще два корабля того же типа, которые придут до конца десятилетия, если позволит бюджет.",
      "Экипаж шесть месяцев тренировался на тренажере, установленном на базе."},
     "Реклама", "Читайте также: Старейший фрегат прощается с флотом",
     "Подпишитесь на нашу рассылку и получайте каждую неделю главные новости об обороне.",
     {"Самое читаемое", "Армия покупает новые грузовики", "Авиабаза открывает двери для гостей"},
     {"5 комментариев", "Боцман", "Давно пора было получить этот корабль, мы ждали его здесь слишком долго."},
     {"Мы используем файлы cookie и сервисы аналитики, чтобы улучшить работу сайта. Продолжая пользоваться сайтом, вы даете согласие на обработку персональных данных.",
      "Принять все", "Отклонить", "Настройки cookie"},
     {"© 2024 Портовый вестник. Все права защищены.", "Политика конфиденциальности", "Пользовательское соглашение"},
     {"Парламент принял в понедельник закон, по которому компании должны получать согласие пользователей до того, как записать файлы cookie на устройство.",
      "Закон касается и персонализированной рекламы, и обработки персональных данных третьими лицами, говорится в опубликованном тексте.",
      "«Конфиденциальность не может зависеть от одной кнопки», — заявила министр на заседании комитета, изучавшего настройки браузеров.",
      "Штрафы могут достигать двадцати миллионов рублей, а ведомство с января получит новых инспекторов."}},
    {"zh", "海军接收新型扫雷舰",
     {"首页", "国防", "国际", "登录", "搜索"}, {"分享到微信", "复制链接"},
     {"海军星期一在青岛接收了一艘新型扫雷舰，以取代三年前退役的两艘舰艇，国防部发言人说。",
      "该舰长五十米，装备拖曳声呐和两台水下无人潜航器，可以在三百米深的海底进行作业。",
      "“我们重新获得了曾经失去的能力”，支队长在交接仪式上对记者表示。",
      "合同还包括两艘同型舰艇，如果预算允许，将在本十年结束之前全部交付海军使用。",
      "舰员在基地安装的模拟器上进行了为期六个月的训练。"},
     "广告", "延伸阅读：最老的护卫舰告别舰队",
     "订阅我们的电子报，每周获取最新国防新闻。",
     {"热门新闻", "陆军采购新卡车", "空军基地向公众开放"},
     {"5条评论", "老水手", "这艘舰终于来了，我们在基地等得太久了。"},
     {"我们和合作伙伴使用cookie来个性化广告并分析网站流量。您可以随时在浏览器设置中撤回您的同意。",
      "全部接受", "拒绝", "管理选项"},
     {"© 2024 港口日报 版权所有 不得转载", "隐私政策", "使用条款"},
     {"议会星期一通过了一项法律，要求企业在用户设备上存放cookie之前必须征得用户同意，法律明年一月生效。",
      "该法律还规定了个性化广告以及第三方处理个人信息的方式，公布的文本对此作了详细说明。",
      "“隐私不应该取决于一个按钮”，部长在审查浏览器设置的委员会上表示。",
      "罚款最高可达两千万元，监管机构从一月起将增加检查人员，企业有六个月的时间作出调整。"}},
};
// clang-format on

std::string body_of(Format format, const std::string& text) {
    Result<ExtractedPage> page = extract({{}, format, text, "utf-8", 0});
    REQUIRE(page.has_value());
    return clean(*std::move(page)).body();
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n\n") + line;
    return text;
}

void append(Lines& lines, const Lines& more) {
    lines.insert(lines.end(), more.begin(), more.end());
}

/// The page as somebody copied it, its banner at the top or at the end.
std::string copied(const ForeignPage& page, bool banner_first) {
    Lines lines = banner_first ? page.consent : Lines();
    append(lines, page.menu);
    lines.push_back(page.title);
    append(lines, page.share);
    append(lines,
           {page.story[0], page.story[1], page.advertisement, page.story[2], page.read_also});
    append(lines, {page.story.begin() + 3, page.story.end()});
    lines.push_back(page.newsletter);
    append(lines, page.most_read);
    append(lines, page.comments);
    if (!banner_first) append(lines, page.consent);
    append(lines, page.foot);
    return text_of(lines) + "\n";
}

std::string links(const Lines& lines) {
    std::string html;
    for (const std::string& line : lines) html += "<a href=\"/x\">" + line + "</a> ";
    return html;
}

std::string paragraphs(const Lines& lines) {
    std::string html;
    for (const std::string& line : lines) html += "<p>" + line + "</p>";
    return html;
}

}  // namespace

TEST_CASE("foreign pages: of a copied page the story stays, whole, and nothing else") {
    for (const ForeignPage& page : kPages) {
        CAPTURE(page.language);
        CHECK(body_of(Format::Text, copied(page, false)) == text_of(page.story));
        CHECK(body_of(Format::Text, copied(page, true)) == text_of(page.story));
    }
}

TEST_CASE("foreign pages: markup without names of furniture") {
    for (const ForeignPage& page : kPages) {
        CAPTURE(page.language);
        Lines lines = {page.story[0], page.story[1], page.advertisement, page.story[2],
                       page.read_also};
        append(lines, {page.story.begin() + 3, page.story.end()});
        const std::string body = body_of(
            Format::Html, "<html><head><title>" + page.title + "</title></head><body><div>" +
                              links(page.menu) + "</div><div><h1>" + page.title + "</h1>" +
                              paragraphs(lines) + "<p>" + page.newsletter + "</p></div><div>" +
                              paragraphs(page.consent) + "</div><div>" + paragraphs(page.foot) +
                              "</div></body></html>");
        CHECK(body == text_of(page.story));
    }
}

TEST_CASE("foreign pages: a story about cookies and personal data stays") {
    for (const ForeignPage& page : kPages) {
        CAPTURE(page.language);
        CHECK(body_of(Format::Text, page.title + "\n\n" + text_of(page.law) + "\n") ==
              text_of(page.law));
        ForeignPage whole = page;
        whole.story = page.law;
        CHECK(body_of(Format::Text, copied(whole, false)) == text_of(page.law));
    }
}
