#include "indexer/source/xml_push.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <mutex>

namespace sitrep {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The parts of one attribute.
const xmlChar** part_of(const xmlChar** values, int number) {
    return values + static_cast<std::ptrdiff_t>(number) * 5;
}

std::string_view value_of(const xmlChar** one) {
    return {reinterpret_cast<const char*>(one[3]), static_cast<std::size_t>(one[4] - one[3])};
}

/// What a callback is for. A slip is no reason to drop every reference behind it, as libxml2 does.
XmlSink& sink_of(void* context) {
    xmlParserCtxtPtr parser = static_cast<xmlParserCtxtPtr>(context);
    parser->wellFormed = 1;
    return *static_cast<XmlSink*>(parser->_private);
}

extern "C" {

void on_start(void* context, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri,
              int /*namespace_count*/, const xmlChar** /*namespaces*/, int count, int /*defaulted*/,
              const xmlChar** attributes) {
    sink_of(context).start(view(name), view(uri), XmlAttributes(attributes, count));
}

void on_end(void* context, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri) {
    sink_of(context).end(view(name), view(uri));
}

void on_characters(void* context, const xmlChar* text, int size) {
    sink_of(context).characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

/// HTML's named characters, which feeds use without declaring them; any other entity is empty, and
/// what a file declares itself is not looked at, so nothing ever grows. Of one in an attribute the
/// parser takes the first byte only.
xmlEntityPtr on_entity(void* context, const xmlChar* name) {
    static thread_local xmlEntity entity;
    static thread_local std::string text;
    const xmlParserInputState state = static_cast<xmlParserCtxtPtr>(context)->instate;
    const bool in_attribute = state == XML_PARSER_ATTRIBUTE_VALUE;
    // A declaration that asks for itself would leave its value with us.
    if (state != XML_PARSER_CONTENT && !in_attribute) return nullptr;
    text.clear();
    const htmlEntityDesc* html = htmlEntityLookup(name);
    if (html != nullptr) utf8::append(text, html->value);
    if (in_attribute && (html == nullptr || html->value >= 0x80)) return nullptr;
    entity = {};
    entity.type = XML_ENTITY_DECL;
    entity.name = name;
    entity.content = reinterpret_cast<xmlChar*>(text.data());
    entity.length = static_cast<int>(text.size());
    entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    return &entity;
}

void on_message(void* /*context*/, const char* /*format*/, ...) {}
void on_error(void* /*context*/, xmlErrorPtr /*error*/) {}

}  // extern "C"

xmlSAXHandler callbacks() {
    xmlSAXHandler sax = {};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = on_start;
    sax.endElementNs = on_end;
    sax.characters = on_characters;
    sax.cdataBlock = on_characters;
    sax.ignorableWhitespace = on_characters;
    sax.getEntity = on_entity;
    sax.warning = on_message;
    sax.error = on_message;
    sax.serror = on_error;
    return sax;
}

}  // namespace

std::string XmlAttributes::operator[](std::string_view name) const {
    constexpr std::string_view kAmpersand = "&#38;";  // the one reference that libxml2 leaves
    for (int i = 0; i < count_; ++i) {
        const xmlChar** one = part_of(values_, i);
        if (view(one[0]) != name) continue;
        std::string value(value_of(one));
        for (std::size_t at = value.find(kAmpersand); at != std::string::npos;
             at = value.find(kAmpersand, at + 1))
            value.replace(at, kAmpersand.size(), "&");
        return value;
    }
    return {};
}

std::string XmlAttributes::markup() const {
    std::string out;
    for (int i = 0; i < count_; ++i) {
        const xmlChar** one = part_of(values_, i);
        out += fmt::format(" {}=\"", view(one[0]));
        for (const char c : value_of(one))
            out += c == '"' ? std::string("&quot;") : std::string(1, c);
        out += '"';
    }
    return out;
}

struct XmlPush::Parser {
    struct Free {
        void operator()(xmlParserCtxtPtr parser) const {
            if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
            xmlFreeParserCtxt(parser);
        }
    };
    std::unique_ptr<xmlParserCtxt, Free> context;
};

XmlPush::XmlPush(XmlSink& sink) : parser_(std::make_unique<Parser>()) {
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    xmlSAXHandler sax = callbacks();
    parser_->context.reset(xmlCreatePushParserCtxt(&sax, nullptr, nullptr, 0, nullptr));
    const xmlParserCtxtPtr context = parser_->context.get();
    if (context == nullptr) return;
    context->_private = &sink;
    context->userData = context;
    xmlCtxtUseOptions(context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                   XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
}

XmlPush::~XmlPush() = default;

void XmlPush::push(std::string_view text) {
    if (parser_->context)
        xmlParseChunk(parser_->context.get(), text.data(), static_cast<int>(text.size()), 0);
}

bool XmlPush::finish() {
    const xmlParserCtxtPtr context = parser_->context.get();
    if (context == nullptr) return false;
    const bool whole = context->nameNr == 0;
    xmlParseChunk(context, nullptr, 0, 1);
    return whole;
}

}  // namespace sitrep
