package kz.umyt.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.SQLServerStatementParser;

/**
 * What is wrong with a statement for an engine that knows conditions, but no values of them: by a
 * grammar of the engine, and where that takes more than the engine does, by what stands where.
 */
public final class Grammar {

  /** Wherever else a condition stands, it is taken for a value. */
  private static final Set<String> ASK_A_CONDITION =
      Set.of("whereClause", "havingClause", "joinSpecification", "selectJoinSpecification");

  private static final Set<String> PLAIN =
      Set.of("expr", "booleanPrimary", "predicate", "bitExpr", "simpleExpr");

  private enum Type {
    VALUE,
    CONDITION
  }

  private final List<String> complaints = new ArrayList<>();
  private final String[] rules;

  private Grammar(Parser parser) {
    this.rules = parser.getRuleNames();
  }

  private static final Map<String, List<String>> ORACLE = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> SQL_SERVER = new ConcurrentHashMap<>();

  /** Everything that Oracle 19c would refuse, as far as a grammar tells. */
  public static List<String> ofOracle(String sql) {
    // A word that the engine does not reserve, as this grammar does.
    return piecewise(sql.replace("digest", "digest_"), ORACLE, Grammar::parsedAsOracle);
  }

  /** The same of SQL Server. */
  public static List<String> ofSqlServer(String sql) {
    // All of them are right, and unknown to this grammar.
    String known =
        sql.replace(" COLLATE Latin1_General_BIN2", "")
            .replace("(UPDLOCK, ROWLOCK)", "(UPDLOCK)")
            .replace("NCHAR(160)", "CHAR(160)");
    return piecewise(known, SQL_SERVER, Grammar::parsedAsSqlServer);
  }

  private static List<String> parsedAsOracle(String sql) {
    OracleStatementParser parser =
        new OracleStatementParser(tokens(new OracleStatementLexer(CharStreams.fromString(sql))));
    return complaints(parser, parser::execute);
  }

  private static List<String> parsedAsSqlServer(String sql) {
    SQLServerStatementParser parser =
        new SQLServerStatementParser(
            tokens(new SQLServerStatementLexer(CharStreams.fromString(sql))));
    return complaints(parser, parser::execute);
  }

  /**
   * Each query within a statement by itself, and once: these grammars take minutes for long ones.
   */
  private static List<String> piecewise(
      String sql, Map<String, List<String>> known, Function<String, List<String>> parse) {
    List<String> complaints = new ArrayList<>();
    StringBuilder rest = new StringBuilder();
    int done = 0;
    for (int at = opening(sql, 0); at >= 0; at = opening(sql, done)) {
      int end = closing(sql, at);
      complaints.addAll(piecewise(sql.substring(at + 1, end), known, parse));
      rest.append(sql, done, at).append("(SELECT 1 FROM umyt_q)");
      done = end + 1;
    }
    String left = rest.append(sql.substring(done)).toString();
    List<String> own = known.get(left);
    if (own == null) {
      own = parse.apply(left);
      known.put(left, own);
    }
    complaints.addAll(own);
    return complaints;
  }

  private static int opening(String sql, int from) {
    boolean quoted = false;
    for (int i = from; i < sql.length(); i++) {
      quoted ^= sql.charAt(i) == '\'';
      if (!quoted && sql.startsWith("(SELECT ", i)) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String sql, int open) {
    boolean quoted = false;
    int depth = 0;
    for (int i = open; i < sql.length(); i++) {
      char c = sql.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && !quoted) {
        return i;
      }
    }
    throw new IllegalArgumentException("a bracket is not closed");
  }

  private static CommonTokenStream tokens(Lexer lexer) {
    lexer.removeErrorListeners();
    return new CommonTokenStream(lexer);
  }

  private static List<String> complaints(
      Parser parser, Supplier<? extends ParserRuleContext> statement) {
    Grammar grammar = new Grammar(parser);
    parser.removeErrorListeners();
    parser.addErrorListener(
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              Object symbol,
              int line,
              int column,
              String message,
              RecognitionException failure) {
            grammar.complaints.add(line + ":" + column + " " + message);
          }
        });
    ParserRuleContext tree = statement.get();
    if (grammar.complaints.isEmpty()) {
      grammar.type(tree);
    }
    return grammar.complaints;
  }

  private Type type(ParseTree tree) {
    if (!(tree instanceof ParserRuleContext node)) {
      return Type.VALUE;
    }
    String rule = rules[node.getRuleIndex()];
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < node.getChildCount(); i++) {
      types.add(type(node.getChild(i)));
    }
    if (rule.equals("booleanLiterals")) {
      complain("a truth value", node);
    }
    if (PLAIN.contains(rule)) {
      return plain(node, types);
    }
    boolean isWhen = rule.equals("caseWhen");
    for (int i = 0; i < types.size(); i++) {
      boolean asked =
          (ASK_A_CONDITION.contains(rule) || (isWhen && i == 1))
              && node.getChild(i) instanceof ParserRuleContext;
      if (types.get(i) == Type.CONDITION && !asked) {
        complain("a condition as a value in " + rule, node);
      }
      if (types.get(i) == Type.VALUE && asked && isExpression(node.getChild(i))) {
        complain("a value as a condition in " + rule, node);
      }
    }
    if ((rule.equals("groupByClause") || rule.equals("aggregationFunction")) && asks(node)) {
      complain("a query in " + rule, node);
    }
    return Type.VALUE;
  }

  private boolean isExpression(ParseTree tree) {
    return tree instanceof ParserRuleContext node && rules[node.getRuleIndex()].equals("expr");
  }

  private Type plain(ParserRuleContext node, List<Type> types) {
    if (types.size() == 1) {
      return types.get(0);
    }
    String first = node.getChild(0).getText();
    if (first.equals("(")) {
      if (types.size() > 3) {
        complain("a row of values", node);
      }
      return types.get(1);
    }
    if (first.equalsIgnoreCase("EXISTS")) {
      return Type.CONDITION;
    }
    boolean joins = has(node, "andOperator", "orOperator", "notOperator");
    boolean compares =
        has(node, "comparisonOperator")
            || hasWord(node, "IN", "IS", "LIKE", "BETWEEN")
            || (hasWord(node, "NULL") && node.getChildCount() > 2);
    for (int i = 0; i < types.size(); i++) {
      if (node.getChild(i) instanceof ParserRuleContext part && isPlain(part)) {
        Type wanted = joins ? Type.CONDITION : Type.VALUE;
        if (types.get(i) != wanted) {
          complain("not a " + wanted, part);
        }
      }
    }
    if (compares && hasWord(node, "TRUE", "FALSE", "UNKNOWN")) {
      complain("a test for a truth value", node);
    }
    return joins || compares ? Type.CONDITION : Type.VALUE;
  }

  private boolean isPlain(ParserRuleContext node) {
    return PLAIN.contains(rules[node.getRuleIndex()]);
  }

  private boolean has(ParserRuleContext node, String... names) {
    return node.children.stream()
        .anyMatch(
            child ->
                child instanceof ParserRuleContext part
                    && Set.of(names).contains(rules[part.getRuleIndex()]));
  }

  private static boolean hasWord(ParserRuleContext node, String... words) {
    return node.children.stream()
        .anyMatch(
            child ->
                child instanceof TerminalNode
                    && Set.of(words).contains(child.getText().toUpperCase(Locale.ROOT)));
  }

  private boolean asks(ParseTree tree) {
    if (tree instanceof ParserRuleContext node
        && rules[node.getRuleIndex()].toLowerCase(Locale.ROOT).contains("subquery")) {
      return true;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (asks(tree.getChild(i))) {
        return true;
      }
    }
    return false;
  }

  private void complain(String what, ParserRuleContext node) {
    String text = node.getText();
    complaints.add(what + ": " + text.substring(0, Math.min(120, text.length())));
  }
}
