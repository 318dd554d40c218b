// Why a block was dropped: the words that `--dump=article` prints.
#pragma once

#include <string_view>

namespace sitrep::reason {

inline constexpr std::string_view kConsent = "consent";        ///< cookie and privacy banners
inline constexpr std::string_view kRepeated = "repeated";      ///< stood in this document before
inline constexpr std::string_view kNavigation = "navigation";  ///< menus, share bars, links
inline constexpr std::string_view kFooter = "footer";          ///< after the story's end
inline constexpr std::string_view kPromotion = "promotion";  ///< newsletter boxes, related articles
inline constexpr std::string_view kRelated = "related";      ///< other articles
inline constexpr std::string_view kShare = "share";          ///< share bars, "follow us"
inline constexpr std::string_view kComment = "comment";      ///< readers' comments
inline constexpr std::string_view kCaption = "caption";      ///< of a picture
inline constexpr std::string_view kByline = "byline";  ///< author and date lines: in the header
inline constexpr std::string_view kAuthorNote = "author-note";  ///< who wrote it, at the end
inline constexpr std::string_view kTitle = "headline";          ///< the headline or deck, once more

}  // namespace sitrep::reason
