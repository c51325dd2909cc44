package org.voxdesk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void everyChineseReaderGetsChineseAndAllOthersEnglish() {
    for (String tag : new String[] {"zh", "zh-CN", "zh-SG", "zh-Hans", "zh-Hans-HK", "zh-TW"}) {
      assertThat(Language.of(Locale.forLanguageTag(tag))).as(tag).isEqualTo(Language.CHINESE);
    }
    for (String tag : new String[] {"en", "en-GB", "fr-FR", "und"}) {
      assertThat(Language.of(Locale.forLanguageTag(tag))).as(tag).isEqualTo(Language.ENGLISH);
    }
  }

  @Test
  void aTagOfAnotherLanguageNamesNone() {
    assertThat(Language.named("zh-CN")).contains(Language.CHINESE);
    assertThat(Language.named("en-GB")).contains(Language.ENGLISH);
    assertThat(Language.named("fr")).isEmpty();
    assertThat(Language.named("zh_CN")).isEmpty();
    assertThat(Language.named("")).isEmpty();
  }
}
