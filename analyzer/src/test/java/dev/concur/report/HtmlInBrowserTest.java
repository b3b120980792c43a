package dev.concur.report;

import static dev.concur.report.SampleReports.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Types and clicks on a page of 10,000 methods, where Chromium and its driver are installed. */
class HtmlInBrowserTest {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  @TempDir static Path folder;
  private static ChromeDriver browser;

  /** What a screen reader stops at. */
  private static final Set<String> SPOKEN =
      Set.of(
          "button",
          "link",
          "searchbox",
          "textbox",
          "combobox",
          "checkbox",
          "image",
          "img",
          "grid",
          "table",
          "DisclosureTriangle");

  @BeforeAll
  static void open() throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
        "did not run: " + BROWSER + " and " + DRIVER + " are not both there");
    WriterContext context = SampleReports.context().reading(SampleReports.sources());
    Path page = folder.resolve("report.html");
    Files.writeString(page, written("html", SampleReports.large(10_000, 100), context));
    browser = new ChromeDriver(service(), options());
    browser.manage().window().setSize(new Dimension(1280, 900));
    browser.get(page.toUri().toString());
  }

  private static ChromeDriverService service() {
    return new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
  }

  private static ChromeOptions options() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    return options;
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void the_browser_has_nothing_to_complain_about() {
    assertEquals(List.of(), browser.manage().logs().get(LogType.BROWSER).getAll());
  }

  @Test
  void only_the_rows_in_view_are_drawn() {
    reset();
    assertEquals("10,000 of 10,000", text("#method-count"));
    assertEquals("10001", element("#methods table").getDomAttribute("aria-rowcount"));
    assertTrue(browser.findElements(By.cssSelector("#methods tr")).size() < 100);
  }

  @Test
  void a_table_that_nobody_scrolled_yet_is_full() {
    browser.navigate().refresh();
    for (String table : List.of("#packages", "#methods")) {
      Object left =
          browser.executeScript(
              "const host = document.querySelector(arguments[0]), rows = [...host.querySelectorAll("
                  + "'tbody tr:not(.spacer)')]; return host.getBoundingClientRect().bottom"
                  + " - rows.at(-1).getBoundingClientRect().bottom",
              table);
      assertTrue(((Number) left).doubleValue() <= 0, table + " has room for " + left + " pixels");
    }
  }

  @Test
  void typing_narrows_the_methods_and_the_packages() {
    reset();
    element("#method-filter input[name=text]").sendKeys("area3. step1");
    assertEquals("30 of 10,000", text("#method-count"));
    for (WebElement name : browser.findElements(By.cssSelector("#packages tbody td:first-child"))) {
      assertTrue(
          name.getText().isEmpty() || name.getText().startsWith("shop.area3."), name::getText);
    }
  }

  @Test
  void a_label_can_be_left_out() {
    reset();
    click("#method-filter input[value=light]");
    assertEquals("8,000 of 10,000", text("#method-count"));
  }

  @Test
  void choosing_a_package_shows_its_methods_and_choosing_a_method_says_why() {
    reset();
    click("#packages tbody tr:nth-child(2)");
    assertTrue(text("#method-count").contains(", in package shop.area"), text("#method-count"));
    click("#methods tbody tr:nth-child(2)");
    assertTrue(text("#method-detail").contains("Because of these calls"), text("#method-detail"));
  }

  @Test
  void the_keyboard_walks_and_chooses() {
    reset();
    WebElement table = element("#methods table");
    table.sendKeys(Keys.END);
    assertEquals("methods-9999", table.getDomAttribute("aria-activedescendant"));
    assertTrue(shown("#methods-9999"));
    table.sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);
    assertEquals("methods-1", table.getDomAttribute("aria-activedescendant"));
    assertTrue(shown("#methods-1[aria-selected=true]"));
    assertTrue(element("#method-detail").isDisplayed());
  }

  @Test
  void a_column_sorts_both_ways_and_says_so() {
    reset();
    WebElement head = element("#methods th:first-child");
    head.findElement(By.tagName("button")).click();
    assertEquals("ascending", head.getDomAttribute("aria-sort"));
    String first = text("#methods-0 td");
    head.findElement(By.tagName("button")).click();
    assertEquals("descending", head.getDomAttribute("aria-sort"));
    assertEquals(
        "\" \u2193\"",
        browser.executeScript(
            "return getComputedStyle(arguments[0], '::after').content",
            head.findElement(By.tagName("button"))));
    assertNotEquals(first, text("#methods-0 td"));
  }

  @Test
  void findings_are_searched_and_filtered() {
    WebElement search = element("#finding-filter input[type=search]");
    search.sendKeys("gil-cpu");
    assertEquals("1 of 109", text("#finding-count"));
    search.sendKeys(Keys.CONTROL + "a", Keys.BACK_SPACE);
    click("#finding-filter input[value=note]");
    assertEquals("72 of 109", text("#finding-count"));
    click("#finding-filter input[value=note]");
    assertEquals("109 of 109", text("#finding-count"));
  }

  @Test
  void every_drawing_that_can_be_seen_is_drawn_and_those_folded_when_unfolded() {
    Object left =
        "return document.querySelectorAll('[data-chart]:not(.finding [data-chart])').length";
    assertEquals(0L, browser.executeScript((String) left));
    assertTrue(browser.findElements(By.cssSelector(".speedup .bound")).size() > 0);
    assertTrue(browser.findElements(By.cssSelector(".map .pass")).size() > 0);
    assertTrue(browser.findElements(By.cssSelector(".steps .whisker")).size() > 0);
    browser.executeScript("document.querySelector('#finding-a1f0').open = true");
    browser.executeAsyncScript("requestAnimationFrame(() => setTimeout(arguments[0], 50))");
    assertTrue(browser.findElements(By.cssSelector("#finding-a1f0 .dot.predicted")).size() > 0);
  }

  @Test
  void the_pointer_reads_what_so_many_cores_bring() {
    browser.executeScript(
        "const svg = document.querySelector('.speedup svg'), box = svg.getBoundingClientRect();"
            + "svg.dispatchEvent(new PointerEvent('pointermove',"
            + " {clientX: box.right - 5, clientY: box.top + 50}))");
    String reading = text(".speedup .reading text");
    assertTrue(reading.matches("8 cores: 1\\.11x of 8x"), reading);
  }

  @Test
  void a_package_on_the_map_shows_its_methods() {
    reset();
    browser.executeScript(
        "document.querySelector('#treemap .place')"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true}))");
    assertTrue(text("#method-count").contains(", in package shop.area"), text("#method-count"));
    reset();
  }

  @Test
  void a_link_unfolds_the_finding_it_leads_to() {
    click("#first .card.main a");
    assertEquals("true", element("#finding-a1f0").getDomAttribute("open"));
  }

  @Test
  void every_line_of_a_patch_has_a_row_of_its_own() {
    browser.executeScript("document.querySelector('#first .card.main details').open = true");
    WebElement patch = element("#first .patch pre");
    assertEquals(13, patch.getText().lines().count(), patch::getText);
    assertEquals(
        false,
        browser.executeScript("return arguments[0].scrollWidth > arguments[0].clientWidth", patch));
    browser.executeScript("document.querySelector('#first .card.main details').open = false");
  }

  @Test
  void a_patch_is_copied_whole() {
    browser.executeScript(
        "window.copied = []; navigator.clipboard.writeText = async t => { window.copied.push(t) }");
    browser.executeScript("document.querySelector('#first .card.main details').open = true");
    click("#first .patch .copy");
    String copied = (String) browser.executeScript("return window.copied[0]");
    assertTrue(copied.startsWith("--- a/shop/src/main/java/shop/price/Prices.java\n"), copied);
    assertTrue(copied.endsWith("     line(47);\n"), copied);
    assertEquals("Copied", text("#first .patch .copy"));
    browser.executeScript("document.querySelector('#first .card.main details').open = false");
  }

  @Test
  @SuppressWarnings("unchecked")
  void all_that_can_be_operated_or_looked_at_has_a_name_to_be_read_aloud() {
    Map<String, Object> tree = browser.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
    List<Map<String, Object>> nodes = (List<Map<String, Object>>) tree.get("nodes");
    List<Map<String, Object>> named =
        nodes.stream()
            .filter(node -> !Boolean.TRUE.equals(node.get("ignored")))
            .filter(node -> SPOKEN.contains(value(node.get("role"))))
            .toList();
    assertTrue(named.size() > 30, "few things on this page: " + named.size());
    assertEquals(
        List.of(), named.stream().filter(node -> value(node.get("name")).isBlank()).toList());
  }

  private static String value(Object property) {
    return property instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : "";
  }

  @Test
  void on_paper_the_first_ten_findings_are_told_in_full() {
    String open =
        "return document.querySelectorAll('.finding details[open], .finding[open]').length";
    Object before = browser.executeScript(open);
    browser.executeScript("dispatchEvent(new Event('beforeprint'))");
    Number printed = (Number) browser.executeScript(open);
    Number tenth =
        (Number)
            browser.executeScript(
                "return [...document.querySelectorAll('.finding')].slice(10)"
                    + ".filter(f => f.open || f.querySelector('details[open]')).length");
    browser.executeScript("dispatchEvent(new Event('afterprint'))");
    assertTrue(printed.intValue() >= 10, "printed: " + printed);
    assertEquals(0, tenth.intValue());
    assertEquals(before, browser.executeScript(open));
  }

  @Test
  void dark_and_light_are_one_button_apart() {
    String before = background();
    click("#theme");
    assertNotEquals(before, background());
    click("#theme");
    assertEquals(before, background());
  }

  @Test
  void paper_is_white_whatever_the_screen_was() {
    browser.executeScript("document.documentElement.dataset.theme = 'dark'");
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    String paper = background() + " " + element("body").getCssValue("color");
    boolean links = element("header nav").isDisplayed() || element(".patch .copy").isDisplayed();
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    browser.executeScript("delete document.documentElement.dataset.theme");
    assertEquals("rgba(255, 255, 255, 1) rgba(27, 31, 36, 1)", paper);
    assertFalse(links);
  }

  @Test
  void a_narrow_screen_needs_no_sideways_scrolling() {
    // A window cannot be made this narrow; the size of the page inside can.
    metrics(390);
    Object sideways =
        browser.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    metrics(1280);
    assertEquals(0L, sideways);
  }

  private static void metrics(int width) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void reset() {
    click("#method-filter button[type=reset]");
    // The page looks at the form again when its fields have been cleared, which is later.
    browser.executeAsyncScript("setTimeout(arguments[0], 20)");
  }

  /**
   * Clicks in the middle of the window, where the header of the page does not lie over what is
   * clicked on.
   */
  private static void click(String selector) {
    // Rows are drawn anew in the frame after the scrolling.
    browser.executeAsyncScript(
        "document.querySelector(arguments[0]).scrollIntoView({block: 'center'});"
            + "requestAnimationFrame(() => requestAnimationFrame(arguments[1]))",
        selector);
    element(selector).click();
  }

  private static String background() {
    return element("body").getCssValue("background-color");
  }

  private static String text(String selector) {
    return element(selector).getText();
  }

  /** Whether it takes room; asked in one go, since rows are drawn anew while one looks at them. */
  private static boolean shown(String selector) {
    Object height =
        browser.executeScript(
            "return document.querySelector(arguments[0])?.getBoundingClientRect().height ?? 0",
            selector);
    return ((Number) height).doubleValue() > 0;
  }

  private static WebElement element(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }
}
