// A push parser for XML as feeds have it: libxml2 behind one door. It knows no entity but HTML's
// named characters, reads nothing from anywhere, and goes on behind a slip.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace sitrep {

/// The attributes of an element, as libxml2 gives them: five pointers each. Valid during the call.
class XmlAttributes {
  public:
    XmlAttributes(const unsigned char** values, int count) : values_(values), count_(count) {}

    /// The value; empty when there is none.
    std::string operator[](std::string_view name) const;
    /// As they stand in HTML.
    std::string markup() const;

  private:
    const unsigned char** values_;
    int count_;
};

/// Is told of elements, by their local names and namespaces, and of the text in them.
class XmlSink {
  public:
    XmlSink() = default;
    XmlSink(const XmlSink&) = delete;
    XmlSink& operator=(const XmlSink&) = delete;
    virtual ~XmlSink() = default;
    virtual void start(std::string_view name, std::string_view uri,
                       const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name, std::string_view uri) = 0;
    virtual void characters(std::string_view text) = 0;
};

class XmlPush {
  public:
    explicit XmlPush(XmlSink& sink);
    XmlPush(const XmlPush&) = delete;
    XmlPush& operator=(const XmlPush&) = delete;
    ~XmlPush();

    /// The next piece, valid UTF-8 whatever the file declares.
    void push(std::string_view text);
    /// Returns whether every element had ended.
    bool finish();

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace sitrep
